package org.dffmpeg.common.protocol;

/** Numbers that have to lie between two others. */
final class Bounds {
  private Bounds() {}

  /**
   * Nothing, if it does; both bounds are included.
   *
   * @throws IllegalArgumentException if it does not
   */
  static void check(String key, int number, int least, int most) {
    if (number < least || number > most) {
      throw new IllegalArgumentException(key + " from " + least + " to " + most + ": " + number);
    }
  }
}
