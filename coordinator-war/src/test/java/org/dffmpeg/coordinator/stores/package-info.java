/**
 * What every implementation of the stores promises, as tests; and the one in memory, which passes
 * them too and serves the tests of the use cases.
 */
@NullMarked
package org.dffmpeg.coordinator.stores;

import org.jspecify.annotations.NullMarked;
