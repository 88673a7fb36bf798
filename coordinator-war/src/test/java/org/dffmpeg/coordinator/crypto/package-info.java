/** Tests of the key ring. */
@NullMarked
package org.dffmpeg.coordinator.crypto;

import org.jspecify.annotations.NullMarked;
