/** What every node shares, in plain Java; the packages below it are the units. */
@NullMarked
package org.dffmpeg.common;

import org.jspecify.annotations.NullMarked;
