/** Tests of the package of the same name. */
@NullMarked
package org.dffmpeg.worker.spool;

import org.jspecify.annotations.NullMarked;
