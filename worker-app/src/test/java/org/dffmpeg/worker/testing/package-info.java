/** What tests of the worker share. */
@NullMarked
package org.dffmpeg.worker.testing;

import org.jspecify.annotations.NullMarked;
