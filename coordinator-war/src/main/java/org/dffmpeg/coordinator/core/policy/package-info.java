/** What an operator decides, as values: leases, time-outs, defaults. */
@NullMarked
package org.dffmpeg.coordinator.core.policy;

import org.jspecify.annotations.NullMarked;
