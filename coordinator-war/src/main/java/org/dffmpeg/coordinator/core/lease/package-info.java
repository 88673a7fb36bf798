/** What happens when somebody was not heard of for too long (DESIGN "Leases, not sockets"). */
@NullMarked
package org.dffmpeg.coordinator.core.lease;

import org.jspecify.annotations.NullMarked;
