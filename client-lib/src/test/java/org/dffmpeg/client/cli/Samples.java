package org.dffmpeg.client.cli;

import java.util.List;
import java.util.Map;
import org.dffmpeg.common.fleet.Slots;
import org.dffmpeg.common.fleet.WorkerState;
import org.dffmpeg.common.id.ClientId;
import org.dffmpeg.common.id.CoordinatorId;
import org.dffmpeg.common.id.JobId;
import org.dffmpeg.common.id.WorkerId;
import org.dffmpeg.common.job.JobState;
import org.dffmpeg.common.protocol.CoordinatorView;
import org.dffmpeg.common.protocol.JobView;
import org.dffmpeg.common.protocol.Role;
import org.dffmpeg.common.protocol.TransportOffer;
import org.dffmpeg.common.protocol.UserView;
import org.dffmpeg.common.protocol.WorkerView;
import org.dffmpeg.common.testing.WireSamples;
import org.jspecify.annotations.Nullable;

/** Wire records with valid contents. */
public final class Samples {
  public static final JobId JOB = new JobId("01KDVJ4R80041061050R3GG28A");

  private Samples() {}

  /** A job in this state. */
  public static JobView job(JobState state, @Nullable Integer exitCode) {
    return job(state, exitCode, null);
  }

  /** A job in this state that waits for something. */
  public static JobView job(
      JobState state, @Nullable Integer exitCode, @Nullable String waitingFor) {
    return new JobView(
        new TransportOffer("http_polling", Map.of()),
        JOB,
        new ClientId("media1"),
        "ffmpeg",
        List.of("-i", "$In/a b.mkv", "$Out/o.mp4"),
        List.of("In", "Out"),
        null,
        state,
        exitCode,
        new WorkerId("encoder1"),
        FakeSession.NOW,
        FakeSession.NOW,
        null,
        null,
        5,
        true,
        1,
        List.of(),
        null,
        null,
        null,
        null,
        waitingFor,
        waitingFor == null ? null : 13,
        waitingFor == null ? null : FakeSession.NOW,
        WireSamples.OPTIONS);
  }

  /** A worker that is online. */
  public static WorkerView worker() {
    return new WorkerView(
        new WorkerId("encoder1"),
        List.of("decoder:h264", "encoder:libx264", "encoder:libx265", "odd"),
        List.of("ffprobe", "ffmpeg"),
        List.of("Media"),
        15,
        "1.0",
        WorkerState.ONLINE,
        FakeSession.NOW,
        new Slots(Map.of("cpu", 4, "nvenc0", 3)),
        Slots.cpu(1),
        null,
        4,
        "f".repeat(64),
        Map.of("encoder:libx265", "no capable devices found"));
  }

  /** A coordinator that serves. */
  public static CoordinatorView coordinator() {
    return new CoordinatorView(
        new CoordinatorId("01M82D2EDWGTC3YQ8J2H5S0BXN"),
        "http://media:8000",
        "1.0",
        true,
        FakeSession.NOW,
        FakeSession.NOW);
  }

  /** An identity. */
  public static UserView user(String name, @Nullable String key) {
    return new UserView(
        new ClientId(name), List.of(Role.WORKER), List.of(), FakeSession.NOW, "k1", key);
  }
}
