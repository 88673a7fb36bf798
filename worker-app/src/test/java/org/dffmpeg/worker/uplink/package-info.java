/** Tests of the package of the same name. */
@NullMarked
package org.dffmpeg.worker.uplink;

import org.jspecify.annotations.NullMarked;
