package org.dffmpeg.coordinator.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AddressTest {

  @ParameterizedTest
  @CsvSource({
    "http, 127.0.0.1, http://127.0.0.1:8000/",
    "https, 127.0.0.1, https://127.0.0.1:8000/",
    "http, 10.1.2.3, http://10.1.2.3:8000/",
    "http, ::1, 'http://[0:0:0:0:0:0:0:1]:8000/'"
  })
  void the_url_is_the_one_to_type(String scheme, String host, String url) {
    assertThat(Address.of(scheme, host, 8000).url()).hasToString(url);
  }

  @ParameterizedTest
  @CsvSource({"0.0.0.0", "::"})
  void every_address_of_the_machine_is_shown_as_its_loopback(String any) {
    assertThat(Address.of("http", any, 8000).url())
        .hasHost(InetAddress.getLoopbackAddress().getHostAddress());
  }

  @Test
  void a_taken_port_is_told_with_what_to_do() throws IOException {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      Address address = Address.of("http", "127.0.0.1", taken.getLocalPort());

      assertThatThrownBy(address::requireFree)
          .isInstanceOf(LaunchFailure.class)
          .hasMessageContaining("port " + taken.getLocalPort())
          .hasMessageContaining("--port");
    }
  }
}
