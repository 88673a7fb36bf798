package org.dffmpeg.coordinator.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import jakarta.ws.rs.WebApplicationException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class IdsTest {

  @ParameterizedTest
  @MethodSource("namesThatNobodyCanHave")
  void a_name_that_nobody_can_have_is_not_found(String name) {
    assertThat(status(() -> Ids.worker(name))).isEqualTo(404);
    assertThat(status(() -> Ids.identity(name))).isEqualTo(404);
  }

  static String[] namesThatNobodyCanHave() {
    return new String[] {"n".repeat(256), "\0", "w1\0"};
  }

  private static int status(Runnable reading) {
    return catchThrowableOfType(WebApplicationException.class, reading::run)
        .getResponse()
        .getStatus();
  }
}
