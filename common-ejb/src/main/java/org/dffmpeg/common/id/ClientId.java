package org.dffmpeg.common.id;

import org.jspecify.annotations.Nullable;

/**
 * The name under which a peer signs (header {@code x-dffmpeg-client-id}): a client, a worker or an
 * administrator.
 */
public record ClientId(String value) implements Comparable<ClientId> {
  /** The longest name that every store keeps (PROTOCOL 19). */
  public static final int MAX_LENGTH = 255;

  /**
   * The identity of this name.
   *
   * @throws IllegalArgumentException if the name is empty or longer than {@value #MAX_LENGTH}
   */
  public ClientId {
    if (value.isEmpty() || value.length() > MAX_LENGTH) {
      throw new IllegalArgumentException("not a client id: '" + value + "'");
    }
  }

  @Override
  public int compareTo(ClientId other) {
    return value.compareTo(other.value);
  }

  // Not left to the record: what it would make at run time takes a tenth of a proxy's start.
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof ClientId id && value.equals(id.value);
  }

  @Override
  public int hashCode() {
    return value.hashCode();
  }

  @Override
  public String toString() {
    return value;
  }
}
