package org.dffmpeg.coordinator.core.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.InetAddress;
import java.util.List;
import org.junit.jupiter.api.Test;

class AddressRulesTest {

  @Test
  void one_matching_network_is_enough() {
    AddressRules rules = AddressRules.of(List.of("10.0.0.0/8", "2001:db8::/32"));

    assertThat(rules.contains(address("10.9.9.9"))).isTrue();
    assertThat(rules.contains(address("2001:db8::1"))).isTrue();
    assertThat(rules.contains(address("192.0.2.1"))).isFalse();
  }

  @Test
  void no_network_contains_nothing() {
    assertThat(AddressRules.NONE.contains(address("127.0.0.1"))).isFalse();
  }

  @Test
  void a_star_and_the_default_scope_contain_both_families() {
    for (AddressRules any : List.of(AddressRules.ANY, AddressRules.of(List.of("*")))) {
      assertThat(any.contains(address("203.0.113.1"))).isTrue();
      assertThat(any.contains(address("2001:db8::1"))).isTrue();
    }
  }

  @Test
  void loopback_is_the_machine_itself_also_as_a_mapped_address() {
    assertThat(AddressRules.LOOPBACK.contains(address("127.0.0.53"))).isTrue();
    assertThat(AddressRules.LOOPBACK.contains(address("::1"))).isTrue();
    assertThat(AddressRules.LOOPBACK.contains(address("::ffff:127.0.0.1"))).isTrue();
    assertThat(AddressRules.LOOPBACK.contains(address("10.0.0.1"))).isFalse();
  }

  @Test
  void the_first_text_that_is_no_range_is_named() {
    assertThat(AddressRules.firstInvalid(List.of("10.0.0.0/8", "garbage", "worse")))
        .contains("garbage");
    assertThat(AddressRules.firstInvalid(List.of("10.0.0.0/8", "*", "::1"))).isEmpty();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> AddressRules.of(List.of("garbage")))
        .withMessage("not an address or CIDR: 'garbage'");
  }

  private static InetAddress address(String text) {
    return IpLiteral.parse(text).orElseThrow();
  }
}
