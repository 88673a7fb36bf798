/** Holds the architecture of this module. */
@NullMarked
package org.dffmpeg.client.architecture;

import org.jspecify.annotations.NullMarked;
