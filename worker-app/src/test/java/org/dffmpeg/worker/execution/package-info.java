/** Tests of the package of the same name. */
@NullMarked
package org.dffmpeg.worker.execution;

import org.jspecify.annotations.NullMarked;
