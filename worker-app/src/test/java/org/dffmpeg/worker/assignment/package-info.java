/** Tests of the package of the same name. */
@NullMarked
package org.dffmpeg.worker.assignment;

import org.jspecify.annotations.NullMarked;
