package org.dffmpeg.client.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.dffmpeg.client.cli.Samples;
import org.dffmpeg.client.cli.output.Output;
import org.dffmpeg.client.cli.output.Terminal;
import org.dffmpeg.common.id.JobId;
import org.dffmpeg.common.protocol.LogStream;
import org.junit.jupiter.api.Test;

class RelayedOutputTest {
  private final List<JobId> canceled = new ArrayList<>();

  @Test
  void a_job_whose_stdout_nobody_reads_is_canceled_once() {
    RelayedOutput relay = relay(false);

    relay.onLine(Samples.JOB, LogStream.STDERR, "talk");
    assertThat(canceled).isEmpty();

    relay.onLine(Samples.JOB, LogStream.STDOUT, "data");
    relay.onLine(Samples.JOB, LogStream.STDOUT, "data");
    assertThat(canceled).containsExactly(Samples.JOB);
    assertThat(relay.isReaderGone()).isTrue();
  }

  @Test
  void with_json_the_job_says_nothing_on_stdout() {
    RelayedOutput relay = relay(true);

    relay.onLine(Samples.JOB, LogStream.STDOUT, "data");

    assertThat(relay.isReaderGone()).isFalse();
  }

  private RelayedOutput relay(boolean json) {
    OutputStream closed =
        new OutputStream() {
          @Override
          public void write(int b) throws IOException {
            throw new IOException("Broken pipe");
          }
        };
    Output output =
        new Output(
            new PrintStream(closed, false, StandardCharsets.UTF_8),
            new PrintStream(new ByteArrayOutputStream(), false, StandardCharsets.UTF_8),
            Terminal.NONE,
            json);
    return new RelayedOutput(output, canceled::add);
  }
}
