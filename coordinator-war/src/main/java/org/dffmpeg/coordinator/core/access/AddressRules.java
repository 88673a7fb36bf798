package org.dffmpeg.coordinator.core.access;

import java.net.InetAddress;
import java.util.List;
import java.util.Optional;

/**
 * A set of address ranges: the scope of an identity, who may read the metrics, which proxies are
 * believed. Immutable.
 */
public record AddressRules(List<Network> networks) {
  /** Contains no address. */
  public static final AddressRules NONE = new AddressRules(List.of());

  /** Contains every address: the scope of an identity without ranges (PROTOCOL 3.5). */
  public static final AddressRules ANY = of(List.of("0.0.0.0/0", "::/0"));

  /** Contains the machine itself: the scope of {@code localadmin} (PROTOCOL 3.5). */
  public static final AddressRules LOOPBACK = of(List.of("127.0.0.0/8", "::1/128"));

  public AddressRules {
    networks = List.copyOf(networks);
  }

  /**
   * Reads ranges.
   *
   * @param texts addresses or CIDRs; {@code *} means every address
   * @throws IllegalArgumentException naming the first text that is neither
   */
  public static AddressRules of(List<String> texts) {
    return new AddressRules(texts.stream().flatMap(text -> networks(text).stream()).toList());
  }

  /** The first text that is no address range, or empty if all of them are. */
  public static Optional<String> firstInvalid(List<String> texts) {
    return texts.stream().filter(text -> !isRange(text)).findFirst();
  }

  public boolean contains(InetAddress address) {
    return networks.stream().anyMatch(network -> network.contains(address));
  }

  private static boolean isRange(String text) {
    return text.equals("*") || Network.parse(text).isPresent();
  }

  private static List<Network> networks(String text) {
    if (text.equals("*")) {
      return ANY.networks();
    }
    return List.of(
        Network.parse(text)
            .orElseThrow(
                () -> new IllegalArgumentException("not an address or CIDR: '" + text + "'")));
  }
}
