package org.dffmpeg.coordinator.core.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.InetAddress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NetworkTest {

  @ParameterizedTest
  @CsvSource({
    "10.0.0.0/8, 10.255.0.1, true",
    "10.0.0.0/8, 11.0.0.0, false",
    "10.1.2.3/8, 10.9.9.9, true",
    "192.168.1.128/25, 192.168.1.127, false",
    "192.168.1.128/25, 192.168.1.128, true",
    "192.168.1.128/25, 192.168.1.255, true",
    "10.0.0.1, 10.0.0.1, true",
    "10.0.0.1, 10.0.0.2, false",
    "0.0.0.0/0, 203.0.113.9, true",
    "0.0.0.0/0, 2001:db8::1, false",
    "::/0, 2001:db8::1, true",
    "::/0, 203.0.113.9, false",
    "2001:db8::/33, 2001:db8:7fff::1, true",
    "2001:db8::/33, 2001:db8:8000::1, false",
    "::1/128, ::1, true",
    "fe80::/10, fe80::1%eth0, true"
  })
  void contains_the_addresses_of_its_range_and_family(
      String network, String address, boolean inside) {
    assertThat(network(network).contains(address(address))).isEqualTo(inside);
  }

  @ParameterizedTest
  @CsvSource({
    "10.0.0.0/8, ::ffff:10.1.2.3, true",
    "10.0.0.0/8, ::ffff:11.1.2.3, false",
    "::ffff:10.0.0.0/104, 10.1.2.3, true",
    "::ffff:10.0.0.0/104, 11.1.2.3, false",
    "::ffff:10.1.2.3, 10.1.2.3, true"
  })
  void ipv4_mapped_addresses_and_ranges_mean_their_ipv4_ones(
      String network, String address, boolean inside) {
    assertThat(network(network).contains(address(address))).isEqualTo(inside);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "garbage",
        "10.0.0.0/33",
        "10.0.0.0/-1",
        "10.0.0.0/+8",
        "10.0.0.0/",
        "10.0.0.0/8/8",
        "10.0.0.0/255.0.0.0",
        "10.0.0/8",
        "/8",
        "::/129",
        "::ffff:10.0.0.0/90",
        "fe80::%eth0/64",
        "localhost/8",
        " 10.0.0.0/8"
      })
  void garbage_is_no_network(String text) {
    assertThat(Network.parse(text)).isEmpty();
  }

  @Test
  void is_shown_with_host_bits_cleared() {
    assertThat(network("10.1.2.3/12")).hasToString("10.0.0.0/12");
  }

  @Test
  void a_prefix_that_the_family_has_not_is_refused() {
    assertThatIllegalArgumentException().isThrownBy(() -> new Network(address("10.0.0.0"), 33));
  }

  private static Network network(String text) {
    return Network.parse(text).orElseThrow();
  }

  private static InetAddress address(String text) {
    return IpLiteral.parse(text).orElseThrow();
  }
}
