/** Keys at rest: the key ring and AES-256-GCM. */
@NullMarked
package org.dffmpeg.coordinator.crypto;

import org.jspecify.annotations.NullMarked;
