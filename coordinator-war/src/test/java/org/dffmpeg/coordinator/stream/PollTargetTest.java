package org.dffmpeg.coordinator.stream;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PollTargetTest {

  @Test
  void a_worker_listens_to_itself() {
    assertThat(PollTarget.of("/worker")).contains(new PollTarget(Optional.empty()));
  }

  @Test
  void a_requester_listens_to_its_job() {
    assertThat(PollTarget.of("/jobs/01M82D2EDY5NF9PPAGAMZJBEWR"))
        .hasValueSatisfying(target -> assertThat(target.hasUsableId()).isTrue());
  }

  @Test
  void a_job_id_that_is_none_is_known_as_such() {
    assertThat(PollTarget.of("/jobs/nonsense"))
        .hasValueSatisfying(target -> assertThat(target.hasUsableId()).isFalse());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "/", "/jobs", "/jobs/", "/jobs/a/b", "/workers", "/worker/x"})
  void there_are_no_other_routes(String below) {
    assertThat(PollTarget.of(below)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"/a%20b, /a b", "/a+b, /a+b", "/%252F, /%2F", "/%C3%BC, /ü"})
  void a_path_is_decoded_once_as_paths_are(String raw, String decoded) {
    assertThat(PollTarget.decoded(raw)).isEqualTo(decoded);
  }
}
