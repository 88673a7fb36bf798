package org.dffmpeg.coordinator.core.access;

import java.util.Optional;

/**
 * A signing key as it is stored: cipher text under the key of the ring that {@code keyId} names, or
 * plain text if it names none. Prints as {@code ***}.
 */
public record SealedKey(String text, Optional<String> keyId) {
  @Override
  public String toString() {
    return "***";
  }
}
