/** Tests of the package of the same name. */
@NullMarked
package org.dffmpeg.worker.recovery;

import org.jspecify.annotations.NullMarked;
