/** Names of the downlink transports. */
@NullMarked
package org.dffmpeg.common.transport;

import org.jspecify.annotations.NullMarked;
