/** What tests of everything that talks to a coordinator need: one that does what it is told. */
@NullMarked
package org.dffmpeg.client.testing;

import org.jspecify.annotations.NullMarked;
