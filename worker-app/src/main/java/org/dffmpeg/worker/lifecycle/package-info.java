/** Start, drain and stop of the worker, in their order. */
@NullMarked
package org.dffmpeg.worker.lifecycle;

import org.jspecify.annotations.NullMarked;
