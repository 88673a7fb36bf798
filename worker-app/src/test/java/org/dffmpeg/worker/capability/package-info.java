/** Tests of the package of the same name. */
@NullMarked
package org.dffmpeg.worker.capability;

import org.jspecify.annotations.NullMarked;
