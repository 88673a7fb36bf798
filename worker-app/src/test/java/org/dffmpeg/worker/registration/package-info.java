/** Tests of the package of the same name. */
@NullMarked
package org.dffmpeg.worker.registration;

import org.jspecify.annotations.NullMarked;
