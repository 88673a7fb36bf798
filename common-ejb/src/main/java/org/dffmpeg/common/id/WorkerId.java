package org.dffmpeg.common.id;

/** The name of a worker; the same text as the identity under which it signs. */
public record WorkerId(String value) implements Comparable<WorkerId> {
  /** The longest name that every store keeps (PROTOCOL 19). */
  public static final int MAX_LENGTH = 255;

  /**
   * The worker of this name.
   *
   * @throws IllegalArgumentException if the name is empty or longer than {@value #MAX_LENGTH}
   */
  public WorkerId {
    if (value.isEmpty() || value.length() > MAX_LENGTH) {
      throw new IllegalArgumentException("not a worker id: '" + value + "'");
    }
  }

  /** The identity under which this worker signs. */
  public ClientId identity() {
    return new ClientId(value);
  }

  @Override
  public int compareTo(WorkerId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
