package org.dffmpeg.coordinator.core.access;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Reads IP addresses from text without ever asking a name server. An IPv4-mapped IPv6 address
 * ({@code ::ffff:10.0.0.1}) becomes the IPv4 address that it means, so that it matches IPv4 scopes
 * (PITFALLS W44).
 */
final class IpLiteral {
  private static final String OCTET = "(25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)";
  private static final Pattern IPV4 = Pattern.compile(OCTET + "(\\." + OCTET + "){3}");
  private static final Pattern IPV6 = Pattern.compile("[0-9a-fA-F:.]{2,45}");

  private IpLiteral() {}

  /** The address, or empty for anything but a literal; a zone ({@code %eth0}) is dropped. */
  static Optional<InetAddress> parse(String text) {
    if (IPV4.matcher(text).matches()) {
      return resolve(text);
    }
    int zone = text.indexOf('%');
    String plain = zone < 0 ? text : text.substring(0, zone);
    // With a colon in it the JDK takes the text for a literal or fails; it never looks it up.
    return plain.indexOf(':') >= 0 && IPV6.matcher(plain).matches()
        ? resolve(plain)
        : Optional.empty();
  }

  private static Optional<InetAddress> resolve(String literal) {
    try {
      return Optional.of(InetAddress.getByName(literal));
    } catch (UnknownHostException e) {
      return Optional.empty();
    }
  }
}
