package org.dffmpeg.common.id;

/** The text form of a ULID: 26 characters of Crockford base32, upper case (PROTOCOL 2). */
final class Ulids {
  private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
  private static final int LENGTH = 26;

  private Ulids() {}

  /**
   * Whether the text is a ULID as the wire accepts it: upper case, 26 characters, at most 128 bits.
   */
  static boolean isValid(String text) {
    return text.length() == LENGTH
        && text.charAt(0) <= '7'
        && text.chars().allMatch(c -> ALPHABET.indexOf(c) >= 0);
  }
}
