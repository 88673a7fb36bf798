package org.dffmpeg.systemtest.bars;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.dffmpeg.systemtest.harness.Bars;
import org.dffmpeg.systemtest.harness.Coordinator;
import org.dffmpeg.systemtest.harness.Database;
import org.dffmpeg.systemtest.harness.Jobs;
import org.dffmpeg.systemtest.harness.Lab;
import org.dffmpeg.systemtest.harness.WorkerSetup;
import org.dffmpeg.systemtest.wire.RawHttp;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Somebody looks at a file while the fleet encodes. */
@Tag("slow")
@Tag("alone")
class ProbesIT {
  @RegisterExtension static final Lab LAB = new Lab();

  private static final int ENCODES = 200;
  private static final int PROBES = 10;

  /** The small size runs on machines that do something else meanwhile. */
  private static final int SLACK = Bars.size(5, 1);

  @Test
  void a_probe_behind_a_long_queue_starts_at_once() {
    Coordinator coordinator = LAB.coordinator(Database.H2);
    Path encode = LAB.workspace().script("encode.sh", "#!/bin/sh\nexec sleep 600\n");
    LAB.worker(
        coordinator.url(),
        coordinator.identity("busy", "worker"),
        WorkerSetup.ffmpeg(encode).binary("ffprobe", Path.of("/bin/true")).yaml("slots: 2\n"));
    try (RawHttp http = coordinator.as(coordinator.identity("crowd", "client"))) {
      Jobs jobs = new Jobs(http);
      jobs.awaitStatus(jobs.submit("first"), "running");
      for (int encodes = 1; encodes < ENCODES; encodes++) {
        jobs.submit("next");
      }

      List<Duration> waits = new ArrayList<>();
      for (int probes = 0; probes < PROBES; probes++) {
        waits.add(waitOfProbe(jobs));
      }

      waits.sort(null);
      assertThat(waits.get(PROBES / 2)).as("%s", waits).isLessThan(Duration.ofMillis(200L * SLACK));
    }
  }

  private static Duration waitOfProbe(Jobs jobs) {
    String probe =
        jobs.trySubmit("ffprobe", List.of("x"), List.of()).expectOk().object().getString("job_id");
    JsonObject record = jobs.awaitEnd(probe);
    assertThat(record.getString("status")).isEqualTo("completed");
    return Duration.between(
        Instant.parse(record.getString("created_at")),
        Instant.parse(record.getString("started_at")));
  }
}
