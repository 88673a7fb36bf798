package org.dffmpeg.coordinator.core.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.Inet4Address;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IpLiteralTest {

  @ParameterizedTest
  @CsvSource({
    "127.0.0.1, 127.0.0.1",
    "255.255.255.255, 255.255.255.255",
    "::1, 0:0:0:0:0:0:0:1",
    "2001:DB8::5, 2001:db8:0:0:0:0:0:5",
    "fe80::1%eth0, fe80:0:0:0:0:0:0:1",
    "0:0:0:0:0:ffff:a01:203, 10.1.2.3"
  })
  void literals_are_read(String text, String shown) {
    assertThat(IpLiteral.parse(text))
        .hasValueSatisfying(address -> assertThat(address.getHostAddress()).isEqualTo(shown));
  }

  @Test
  void an_ipv4_mapped_address_is_the_ipv4_address_that_it_means() {
    assertThat(IpLiteral.parse("::ffff:10.1.2.3"))
        .hasValueSatisfying(address -> assertThat(address).isInstanceOf(Inet4Address.class))
        .isEqualTo(IpLiteral.parse("10.1.2.3"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "junk",
        "localhost",
        "example.org",
        "10.1.2",
        "10.1.2.3.4",
        "10.1.2.256",
        "010.1.2.3",
        "167837955",
        "0x0a010203",
        "10.1.2.3 ",
        "10.1.2.3:80",
        "[::1]",
        ":",
        "::g",
        "1:2:3",
        "%eth0",
        "::1/128",
        "１０.1.2.3"
      })
  void anything_else_is_not_looked_up(String text) {
    assertThat(IpLiteral.parse(text)).isEmpty();
  }
}
