/** Tests of the life of a worker: the whole table. */
@NullMarked
package org.dffmpeg.common.fleet;

import org.jspecify.annotations.NullMarked;
