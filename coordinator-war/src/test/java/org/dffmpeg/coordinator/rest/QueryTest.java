package org.dffmpeg.coordinator.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import org.dffmpeg.common.id.JobId;
import org.dffmpeg.common.json.WireFormatException;
import org.dffmpeg.common.json.WireJson;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class QueryTest {
  private final MultivaluedMap<String, String> parameters = new MultivaluedHashMap<>();
  private final Query query = new Query(parameters);

  @Test
  void what_is_not_there_has_its_default() throws WireFormatException {
    assertThat(query.seconds("window", Duration.ofHours(1))).isEqualTo(Duration.ofHours(1));
    assertThat(query.integer("limit")).isEmpty();
    assertThat(query.flag("monitor")).isEmpty();
    assertThat(query.id("since_id", JobId::parse)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"15, 15", "' 15 ', 15", "15.0, 15", "+3, 3", "-1, -1", "1e2, 100"})
  void integers_are_read_leniently(String text, int number) throws WireFormatException {
    parameters.putSingle("limit", text);

    assertThat(query.integer("limit")).isEqualTo(OptionalInt.of(number));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "x", "1.5", "2147483648", "1e999999999", "0x10", "1,000"})
  void what_is_no_integer_is_said_in_the_words_of_the_protocol(String text) {
    parameters.putSingle("limit", text);

    assertThatExceptionOfType(WireFormatException.class)
        .isThrownBy(() -> query.integer("limit"))
        .satisfies(
            e ->
                assertThat(
                        new String(
                            WireJson.writeViolations(e.violations()), StandardCharsets.UTF_8))
                    .isEqualTo(
                        "{\"detail\":[{\"type\":\"int_parsing\",\"loc\":[\"query\",\"limit\"],\"msg\":"
                            + "\"Input should be a valid integer, unable to parse string as an integer\","
                            + "\"input\":\""
                            + text
                            + "\"}],\"code\":\"unprocessable\"}"));
  }

  @Test
  void a_negative_window_is_an_empty_one() throws WireFormatException {
    parameters.putSingle("window", "-5");

    assertThat(query.seconds("window", Duration.ofHours(1))).isEqualTo(Duration.ZERO);
  }

  @ParameterizedTest
  @CsvSource({
    "true, true", "1, true", "TRUE, true", "yes, true", "on, true",
    "false, false", "0, false", "False, false", "no, false", "off, false"
  })
  void flags_are_read_leniently(String text, boolean flag) throws WireFormatException {
    parameters.putSingle("monitor", text);

    assertThat(query.flag("monitor")).isEqualTo(Optional.of(flag));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "maybe", "2", "\"quoted\\\""})
  void what_is_no_flag_is_a_violation_with_valid_json(String text) {
    parameters.putSingle("monitor", text);

    assertThatExceptionOfType(WireFormatException.class)
        .isThrownBy(() -> query.flag("monitor"))
        .satisfies(e -> assertThat(e.violations().get(0).type()).isEqualTo("bool_parsing"));
  }

  @Test
  void of_a_repeated_parameter_the_last_counts() throws WireFormatException {
    parameters.addAll("limit", "1", "2");

    assertThat(query.integer("limit")).hasValue(2);
  }

  @Test
  void an_id_is_read() {
    parameters.putSingle("since_id", "01KDVJ4R80041061050R3GG28A");

    assertThat(query.id("since_id", JobId::parse))
        .contains(new JobId("01KDVJ4R80041061050R3GG28A"));
  }
}
