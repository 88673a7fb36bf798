package org.dffmpeg.coordinator.core.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TrustedProxiesTest {
  private final TrustedProxies loopback = new TrustedProxies(AddressRules.of(List.of("127.0.0.1")));

  /** The rows of PROTOCOL 3.5; the last entries are ours. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "10.1.2.3|10.1.2.3",
        "1.2.3.4, 10.1.2.3|10.1.2.3",
        "10.1.2.3, 127.0.0.1|10.1.2.3",
        "10.1.2.3:5555|10.1.2.3",
        "10.1.2.3, 1.2.3.4|1.2.3.4",
        "127.0.0.1|127.0.0.1",
        "[2001:db8::1]:443|2001:db8:0:0:0:0:0:1",
        "[2001:db8::1]|2001:db8:0:0:0:0:0:1",
        "2001:db8::1|2001:db8:0:0:0:0:0:1",
        "::ffff:10.1.2.3|10.1.2.3",
        " , 10.1.2.3 ,|10.1.2.3"
      })
  void the_nearest_untrusted_address_is_the_source(String forwardedFor, String source) {
    assertThat(loopback.sourceOf("127.0.0.1", List.of(forwardedFor)))
        .map(InetAddress::getHostAddress)
        .contains(source);
  }

  @Test
  void several_headers_are_read_as_one_list() {
    assertThat(loopback.sourceOf("127.0.0.1", List.of("1.1.1.1, 2.2.2.2", "127.0.0.1")))
        .map(InetAddress::getHostAddress)
        .contains("2.2.2.2");
  }

  @Test
  void if_all_are_trusted_the_farthest_is_the_source() {
    TrustedProxies everyone = new TrustedProxies(AddressRules.ANY);

    assertThat(everyone.sourceOf("127.0.0.1", List.of("1.1.1.1, 2.2.2.2")))
        .map(InetAddress::getHostAddress)
        .contains("1.1.1.1");
  }

  @Test
  void an_entry_that_is_no_address_is_no_source_at_all() {
    assertThat(loopback.sourceOf("127.0.0.1", List.of("10.1.2.3, junk"))).isEmpty();
  }

  @Test
  void a_trusted_proxy_without_the_header_speaks_for_itself() {
    assertThat(loopback.sourceOf("127.0.0.1", List.of(" ")))
        .map(InetAddress::getHostAddress)
        .contains("127.0.0.1");
  }

  @Test
  void a_trusted_peer_is_known_also_by_its_mapped_address() {
    assertThat(loopback.sourceOf("::ffff:127.0.0.1", List.of("10.1.2.3")))
        .map(InetAddress::getHostAddress)
        .contains("10.1.2.3");
  }

  @Test
  void the_header_of_a_stranger_is_ignored() {
    assertThat(loopback.sourceOf("192.0.2.7", List.of("127.0.0.1")))
        .map(InetAddress::getHostAddress)
        .contains("192.0.2.7");
  }

  @Test
  void nobody_is_trusted_by_default() {
    TrustedProxies none = new TrustedProxies(AddressRules.NONE);

    assertThat(none.sourceOf("127.0.0.1", List.of("10.1.2.3")))
        .map(InetAddress::getHostAddress)
        .contains("127.0.0.1");
  }
}
