/** Tests of the package of the same name. */
@NullMarked
package org.dffmpeg.worker.mount;

import org.jspecify.annotations.NullMarked;
