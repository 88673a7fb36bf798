package org.dffmpeg.coordinator.core.access;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.Optional;

/**
 * A range of addresses in CIDR notation. A single address is a range of one. Host bits are cleared,
 * and an IPv4-mapped IPv6 range becomes the IPv4 range that it means. Immutable.
 *
 * @param base the first address of the range
 * @param prefix the number of leading bits that count
 */
public record Network(InetAddress base, int prefix) {
  private static final int MAPPED_BITS = 96;

  /**
   * Clears the host bits.
   *
   * @throws IllegalArgumentException if the prefix does not fit the address
   */
  public Network {
    if (prefix < 0 || prefix > base.getAddress().length * Byte.SIZE) {
      throw new IllegalArgumentException("no prefix length of " + base + ": " + prefix);
    }
    base = masked(base, prefix);
  }

  /** The range, or empty if the text is neither an address nor {@code address/prefix}. */
  public static Optional<Network> parse(String text) {
    int slash = text.indexOf('/');
    if (slash < 0) {
      return IpLiteral.parse(text)
          .map(address -> new Network(address, address.getAddress().length * Byte.SIZE));
    }
    String literal = text.substring(0, slash);
    return IpLiteral.parse(literal)
        .filter(address -> literal.indexOf('%') < 0)
        .flatMap(address -> withPrefix(address, literal, text.substring(slash + 1)));
  }

  /** Whether the address is inside; never true for one of the other family. */
  public boolean contains(InetAddress address) {
    return address.getAddress().length == base.getAddress().length
        && masked(address, prefix).equals(base);
  }

  /** In CIDR notation. */
  @Override
  public String toString() {
    return base.getHostAddress() + "/" + prefix;
  }

  private static Optional<Network> withPrefix(InetAddress address, String literal, String digits) {
    if (!digits.matches("[0-9]{1,3}")) {
      return Optional.empty();
    }
    boolean mapped = address.getAddress().length == 4 && literal.indexOf(':') >= 0;
    int prefix = Integer.parseInt(digits) - (mapped ? MAPPED_BITS : 0);
    return prefix >= 0 && prefix <= address.getAddress().length * Byte.SIZE
        ? Optional.of(new Network(address, prefix))
        : Optional.empty();
  }

  private static InetAddress masked(InetAddress address, int prefix) {
    byte[] bytes = address.getAddress();
    for (int i = 0; i < bytes.length; i++) {
      int kept = Math.max(0, Math.min(Byte.SIZE, prefix - i * Byte.SIZE));
      bytes[i] &= (byte) (0xff << (Byte.SIZE - kept));
    }
    return ofBytes(bytes);
  }

  private static InetAddress ofBytes(byte[] bytes) {
    try {
      return InetAddress.getByAddress(bytes);
    } catch (UnknownHostException e) {
      throw new IllegalStateException("no address: " + Arrays.toString(bytes), e);
    }
  }
}
