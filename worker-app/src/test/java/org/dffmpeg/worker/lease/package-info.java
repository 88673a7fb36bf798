/** Tests of the package of the same name. */
@NullMarked
package org.dffmpeg.worker.lease;

import org.jspecify.annotations.NullMarked;
