package org.dffmpeg.coordinator.core.access;

import java.util.List;

/**
 * Who may see a page that needs no signature: visitors from certain addresses. Immutable.
 *
 * @param visitors the addresses; none by default but the machine itself
 */
public record PageAccess(TrustedProxies proxies, AddressRules visitors) {

  /**
   * Whether this visitor may see it.
   *
   * @param peer the address of the TCP connection
   * @param forwardedFor the values of all {@value TrustedProxies#FORWARDED_FOR} headers
   */
  public boolean admits(String peer, List<String> forwardedFor) {
    return proxies.sourceOf(peer, forwardedFor).filter(visitors::contains).isPresent();
  }
}
