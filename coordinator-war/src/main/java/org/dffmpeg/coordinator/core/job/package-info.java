/** The jobs. The use cases of this package are the only code that changes the state of a job. */
@NullMarked
package org.dffmpeg.coordinator.core.job;

import org.jspecify.annotations.NullMarked;
