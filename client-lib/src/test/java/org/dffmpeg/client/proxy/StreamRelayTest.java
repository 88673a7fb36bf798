package org.dffmpeg.client.proxy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.dffmpeg.client.cli.Samples;
import org.dffmpeg.common.id.JobId;
import org.dffmpeg.common.protocol.LogStream;
import org.junit.jupiter.api.Test;

class StreamRelayTest {
  private static final OutputStream CLOSED =
      new OutputStream() {
        @Override
        public void write(int b) throws IOException {
          throw new IOException("Broken pipe");
        }
      };

  private final ByteArrayOutputStream open = new ByteArrayOutputStream();
  private final List<JobId> canceled = new ArrayList<>();

  @Test
  void lines_go_to_their_stream() {
    StreamRelay relay = new StreamRelay(open, CLOSED, canceled::add);

    relay.onLine(Samples.JOB, LogStream.STDOUT, "h\u00e9");

    assertThat(open.toString(StandardCharsets.UTF_8)).isEqualTo("h\u00e9\n");
  }

  @Test
  void a_job_whose_stdout_nobody_reads_is_canceled_once() {
    StreamRelay relay = new StreamRelay(CLOSED, open, canceled::add);

    say(relay, LogStream.STDOUT);
    say(relay, LogStream.STDOUT);

    assertThat(canceled).containsExactly(Samples.JOB);
    assertThat(relay.isReaderGone()).isTrue();
  }

  @Test
  void a_job_whose_stderr_nobody_reads_goes_on() {
    StreamRelay relay = new StreamRelay(open, CLOSED, canceled::add);

    say(relay, LogStream.STDERR);

    assertThat(canceled).isEmpty();
    assertThat(relay.isReaderGone()).isFalse();
  }

  private static void say(StreamRelay relay, LogStream stream) {
    assertThatThrownBy(() -> relay.onLine(Samples.JOB, stream, "x"))
        .isInstanceOf(UncheckedIOException.class);
  }
}
