/** Tests of the package of the same name. */
@NullMarked
package org.dffmpeg.worker.logship;

import org.jspecify.annotations.NullMarked;
