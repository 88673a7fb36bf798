package org.dffmpeg.coordinator.core.access;

import java.net.InetAddress;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds out where a request came from (PROTOCOL 3.5). {@code X-Forwarded-For} is believed only from
 * a trusted peer, and only back to the first address that is not itself trusted. Nobody is trusted
 * unless configured (PITFALLS W44). Immutable.
 */
public final class TrustedProxies {
  /** The header that a proxy adds. */
  public static final String FORWARDED_FOR = "X-Forwarded-For";

  private static final Pattern IPV4_WITH_PORT = Pattern.compile("([0-9.]+):[0-9]{1,5}");
  private static final Pattern BRACKETED = Pattern.compile("\\[([^\\]]+)](:[0-9]{1,5})?");

  private final AddressRules trusted;

  public TrustedProxies(AddressRules trusted) {
    this.trusted = trusted;
  }

  /**
   * Finds the caller's address.
   *
   * @param peer the address of the TCP connection
   * @param forwardedFor the values of all {@value #FORWARDED_FOR} headers, in order
   * @return the caller's address; empty if it is not an IP literal, which is inside no scope
   */
  public Optional<InetAddress> sourceOf(String peer, List<String> forwardedFor) {
    Optional<InetAddress> connection = IpLiteral.parse(peer);
    List<String> hops = hops(forwardedFor);
    boolean believed = connection.filter(trusted::contains).isPresent();
    return believed && !hops.isEmpty() ? nearestStranger(hops) : connection;
  }

  Optional<InetAddress> sourceOf(PresentedRequest request) {
    return sourceOf(request.peer(), request.header(FORWARDED_FOR));
  }

  private Optional<InetAddress> nearestStranger(List<String> hops) {
    List<String> nearestFirst = new ArrayList<>(hops);
    Collections.reverse(nearestFirst);
    return nearestFirst.stream()
        .map(TrustedProxies::withoutPort)
        .map(IpLiteral::parse)
        .filter(address -> address.filter(trusted::contains).isEmpty())
        .findFirst()
        .orElseGet(() -> IpLiteral.parse(withoutPort(hops.get(0))));
  }

  private static List<String> hops(List<String> headers) {
    List<String> hops = new ArrayList<>();
    for (String header : headers) {
      for (String hop : header.split(",", -1)) {
        if (!hop.isBlank()) {
          hops.add(hop.strip());
        }
      }
    }
    return hops;
  }

  private static String withoutPort(String hop) {
    Matcher bracketed = BRACKETED.matcher(hop);
    if (bracketed.matches()) {
      return bracketed.group(1);
    }
    Matcher ipv4 = IPV4_WITH_PORT.matcher(hop);
    return ipv4.matches() ? ipv4.group(1) : hop;
  }
}
