package org.dffmpeg.coordinator.surface;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Routes, methods, limits and headers: what happens before anybody is asked who they are. */
interface RoutingSurface extends Running {
  String JOB = "01KDVJ4R80041061050R3GG28A";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/nothing",
        "/api/v1/nothing",
        "/jobs/" + JOB,
        "/admin",
        "/application.wadl",
        "/openapi",
        "/docs",
        "//jobs"
      })
  default void a_route_that_nobody_has_is_404_in_json(String target) {
    RawAnswer answer = surface().unsigned("GET", target);

    assertThat(answer.status()).isEqualTo(404);
    assertThat(answer.body()).isEqualTo("{\"detail\":\"Not Found\",\"code\":\"not_found\"}");
    assertThat(answer.header("Content-Type")).contains("application/json");
  }

  @ParameterizedTest
  @CsvSource({
    "DELETE, /jobs, GET",
    "PUT, /jobs/submit, POST",
    "GET, /jobs/submit, POST",
    "HEAD, /jobs, GET",
    "OPTIONS, /jobs, GET",
    "OPTIONS, /health, GET",
    "POST, /workers, GET",
    "PATCH, /admin/janitor, POST",
    "DELETE, /admin/users, 'GET, POST'",
    "POST, /poll/worker, GET",
    "HEAD, /poll/worker, GET"
  })
  default void a_method_that_a_route_has_not_is_405_and_names_those_it_has(
      String method, String target, String allowed) {
    RawAnswer answer = surface().unsigned(method, target);

    assertThat(answer.status()).isEqualTo(405);
    assertThat(answer.header("Allow")).contains(allowed);
    assertThat(answer.body())
        .isEqualTo(
            method.equals("HEAD")
                ? ""
                : "{\"detail\":\"Method Not Allowed\",\"code\":\"method_not_allowed\"}");
  }

  @ParameterizedTest
  @CsvSource({
    "/jobs/, /jobs",
    "/api/v1/jobs/?window=5, /api/v1/jobs?window=5",
    "/health/, /health",
    "/, /status"
  })
  default void a_trailing_slash_is_redirected_and_the_root_leads_to_the_start_page(
      String target, String location) {
    RawAnswer answer = surface().unsigned("GET", target);

    assertThat(answer.status()).isEqualTo(307);
    assertThat(answer.header("Location"))
        .hasValueSatisfying(to -> assertThat(to).endsWith(location));
    assertThat(answer.body()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"/health", "/nothing", "/jobs", "/jobs/", "/poll/worker", "/metrics", "/"})
  default void nothing_may_be_kept_by_a_cache(String target) {
    RawAnswer answer = surface().unsigned("GET", target);

    assertThat(answer.header("Cache-Control")).contains("no-cache, no-store, must-revalidate");
    assertThat(answer.header("Pragma")).contains("no-cache");
    assertThat(answer.header("Expires")).contains("0");
  }

  @Test
  default void a_body_beyond_the_limit_is_413_announced_or_in_chunks() {
    assertThat(surface().announcing(17 * 1024 * 1024).status()).isEqualTo(413);
    assertThat(surface().inOneChunk(17 * 1024 * 1024).status()).isEqualTo(413);
  }

  @Test
  default void headers_beyond_the_limit_are_431() {
    assertThat(surface().withHeaderOf(20_000).status()).isEqualTo(431);
  }

  @Test
  default void the_shallow_health_is_open_and_says_nothing_of_the_database() {
    RawAnswer answer = surface().unsigned("GET", "/health");

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.body())
        .matches(
            "\\{\"status\":\"online\",\"version\":\"[^\"]+\",\"databases\":null,\"transports\":null}");
  }

  @Test
  default void the_deep_health_names_all_stores() {
    RawAnswer answer = surface().unsigned("GET", "/health?deep=true");

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.body())
        .endsWith(
            "\"databases\":{\"auth\":{\"status\":\"healthy\",\"detail\":null},"
                + "\"jobs\":{\"status\":\"healthy\",\"detail\":null},"
                + "\"messages\":{\"status\":\"healthy\",\"detail\":null},"
                + "\"workers\":{\"status\":\"healthy\",\"detail\":null}},"
                + "\"transports\":{\"http_polling\":{\"status\":\"healthy\",\"detail\":null}}}");
  }

  @Test
  default void a_parameter_that_cannot_be_read_is_422_in_the_words_of_the_protocol() {
    RawAnswer answer = surface().unsigned("GET", "/status/data?window=soon");

    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.body())
        .isEqualTo(
            "{\"detail\":[{\"type\":\"int_parsing\",\"loc\":[\"query\",\"window\"],"
                + "\"msg\":\"Input should be a valid integer, unable to parse string as an integer\","
                + "\"input\":\"soon\"}],\"code\":\"unprocessable\"}");
  }

  @Test
  default void the_dashboard_and_the_metrics_are_shown_to_the_machine_itself() {
    assertThat(surface().unsigned("GET", "/status/data").body())
        .contains("\"workers\":", "\"worker_load\":", "\"jobs\":");
    assertThat(surface().unsigned("GET", "/metrics").body())
        .contains("{\"total\":{\"current\":", "\"per_binary\":{\"ff", "\"per_worker\":{");
  }
}
