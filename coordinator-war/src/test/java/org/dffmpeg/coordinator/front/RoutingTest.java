package org.dffmpeg.coordinator.front;

import static org.assertj.core.api.Assertions.assertThat;

import org.dffmpeg.common.protocol.ProblemCode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RoutingTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/api/v1/jobs",
        "/api/v1",
        "/console/",
        "/console/index.xhtml",
        "/jakarta.faces.resource/a.js"
      })
  void what_has_its_prefix_is_served(String path) {
    assertThat(Routing.of(path)).isEqualTo(new Routing.Serve());
  }

  @ParameterizedTest
  @CsvSource({
    "/jobs, /api/v1/jobs",
    "/workers/a%20b, /api/v1/workers/a%20b",
    "/health, /api/v1/health",
    "/consoles, /api/v1/consoles",
    "/api/v10, /api/v1/api/v10",
    "/, /api/v1/"
  })
  void everything_else_is_the_api_for_those_who_know_no_prefix(String path, String forwarded) {
    assertThat(Routing.of(path)).isEqualTo(new Routing.Forward(forwarded));
  }

  @ParameterizedTest
  @ValueSource(strings = {"/status", "/api/v1/status"})
  void the_dashboard_is_the_start_page_of_the_console(String path) {
    assertThat(Routing.of(path)).isEqualTo(new Routing.Forward("/console/index.xhtml"));
  }

  @ParameterizedTest
  @CsvSource({"/jobs/, /jobs", "/api/v1/jobs/, /api/v1/jobs", "/workers/a%20b/, /workers/a%20b"})
  void a_trailing_slash_redirects(String path, String without) {
    assertThat(Routing.of(path)).isEqualTo(new Routing.WithoutSlash(without));
  }

  @ParameterizedTest
  @ValueSource(strings = {"/jobs//x", "//jobs", "/api/v1//jobs", "/jobs//"})
  void doubled_slashes_lead_nowhere(String path) {
    assertThat(Routing.of(path)).isEqualTo(new Routing.Refuse(ProblemCode.NOT_FOUND));
  }

  @ParameterizedTest
  @ValueSource(strings = {"/jobs/%zz", "/jobs/%2", "/jobs/%"})
  void broken_escapes_are_refused(String path) {
    assertThat(Routing.of(path)).isEqualTo(new Routing.Refuse(ProblemCode.INVALID_REQUEST));
  }
}
