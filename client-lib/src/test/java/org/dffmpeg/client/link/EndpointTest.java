package org.dffmpeg.client.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** PROTOCOL 4. */
class EndpointTest {
  @ParameterizedTest
  @CsvSource({
    "http://h:8000, /jobs, http://h:8000/jobs",
    "http://h:8000/, jobs, http://h:8000/jobs",
    "http://h:8000/api/v1, /jobs, http://h:8000/api/v1/jobs",
    "http://h:8000/api/v1/, jobs, http://h:8000/api/v1/jobs",
    "https://h, /workers/a b, https://h/workers/a%20b",
    "http://h, /workers/50%, http://h/workers/50%25",
    "http://[::1]:8000, /jobs, http://[::1]:8000/jobs",
    "http://media_1:8000/x, /jobs, http://media_1:8000/x/jobs",
  })
  void base_and_route_are_joined_by_one_slash(URI base, String route, String url) {
    assertThat(new Endpoint(base).url(route, "")).hasToString(url);
  }

  @Test
  void the_query_is_taken_as_it_is() {
    assertThat(new Endpoint(URI.create("http://h")).url("/jobs", "window=60"))
        .hasToString("http://h/jobs?window=60");
  }

  @ParameterizedTest
  @ValueSource(strings = {"ftp://h", "h:8000", "/jobs", "http:/x"})
  void anything_but_an_http_url_with_a_host_is_refused(String url) {
    assertThatThrownBy(() -> new Endpoint(URI.create(url)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(url);
  }
}
