package org.dffmpeg.systemtest.compat;

import java.io.IOException;
import java.util.List;
import org.dffmpeg.systemtest.legacy.LegacyCoordinator;
import org.dffmpeg.systemtest.wire.Credentials;
import org.junit.jupiter.api.Test;

/** The reference stub passes the transcript that it will be held against ours with. */
class LegacyTranscriptTest {
  private static final Credentials WORKER =
      new Credentials("worker1", "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=");
  private static final Credentials CLIENT =
      new Credentials("client1", "Hh0cGxoZGBcWFRQTEhEQDw4NDAsKCQgHBgUEAwIBAAA=");

  @Test
  void the_stub_answers_a_whole_job_as_the_protocol_captured_it() throws IOException {
    try (LegacyCoordinator coordinator = LegacyCoordinator.start(List.of(WORKER, CLIENT))) {
      new WholeJobTranscript(coordinator.url(), WORKER, CLIENT, true).play();
    }
  }
}
