package org.dffmpeg.worker.execution;

import static org.assertj.core.api.Assertions.assertThat;

import org.dffmpeg.common.job.EndReason;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EndingsTest {
  @ParameterizedTest
  @CsvSource({
    "143, SIGNALLED, 'exit code 143, as of SIGTERM'",
    "139, SIGNALLED, 'exit code 139, as of SIGSEGV'",
    "145, EXITED, 'ended with exit code 145'",
    "158, EXITED, 'ended with exit code 158'",
    "128, EXITED, 'ended with exit code 128'",
    "187, EXITED, 'ended with exit code 187'",
  })
  void a_code_is_a_signal_s_only_if_that_ends_processes(
      int code, EndReason reason, String sentence) {
    assertThat(Endings.exited(code).reason()).isEqualTo(reason);
    assertThat(Endings.exited(code).reasonDetail()).isEqualTo(sentence);
  }
}
