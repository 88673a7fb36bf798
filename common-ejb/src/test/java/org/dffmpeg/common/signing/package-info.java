/** Tests of PROTOCOL 3 and 21: vectors, windows, replays. */
@NullMarked
package org.dffmpeg.common.signing;

import org.jspecify.annotations.NullMarked;
