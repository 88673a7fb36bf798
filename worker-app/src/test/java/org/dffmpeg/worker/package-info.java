/** Tests of the whole worker. */
@NullMarked
package org.dffmpeg.worker;

import org.jspecify.annotations.NullMarked;
