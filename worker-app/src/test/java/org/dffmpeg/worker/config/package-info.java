/** Tests of the package of the same name. */
@NullMarked
package org.dffmpeg.worker.config;

import org.jspecify.annotations.NullMarked;
