/** Tests of the package of the same name. */
@NullMarked
package org.dffmpeg.worker.lifecycle;

import org.jspecify.annotations.NullMarked;
