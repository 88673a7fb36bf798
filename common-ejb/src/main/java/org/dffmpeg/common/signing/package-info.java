/** HMAC-SHA-256 request signatures (PROTOCOL 3). Signatures cover the bytes sent. */
@NullMarked
package org.dffmpeg.common.signing;

import org.jspecify.annotations.NullMarked;
