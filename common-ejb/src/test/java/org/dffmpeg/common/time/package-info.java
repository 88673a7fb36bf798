/** Tests of waiting as a value. */
@NullMarked
package org.dffmpeg.common.time;

import org.jspecify.annotations.NullMarked;
