package org.dffmpeg.coordinator.stores;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.dffmpeg.common.fleet.Capabilities;
import org.dffmpeg.common.fleet.Slots;
import org.dffmpeg.common.fleet.WorkerState;
import org.dffmpeg.common.id.ClientId;
import org.dffmpeg.common.id.JobId;
import org.dffmpeg.common.id.LogId;
import org.dffmpeg.common.id.WorkerId;
import org.dffmpeg.common.job.EndReason;
import org.dffmpeg.common.job.JobClass;
import org.dffmpeg.common.job.JobState;
import org.dffmpeg.common.protocol.DownlinkMessage;
import org.dffmpeg.common.protocol.JobOptions;
import org.dffmpeg.common.protocol.LogEntry;
import org.dffmpeg.common.protocol.LogStream;
import org.dffmpeg.common.protocol.Payload;
import org.dffmpeg.common.protocol.TransportOffer;
import org.dffmpeg.common.testing.MutableClock;
import org.dffmpeg.common.testing.SequentialIds;
import org.dffmpeg.coordinator.core.fleet.Worker;
import org.dffmpeg.coordinator.core.fleet.Worker.Lease;
import org.dffmpeg.coordinator.core.fleet.WorkerProfile;
import org.dffmpeg.coordinator.core.job.Attempt;
import org.dffmpeg.coordinator.core.job.Cancellation;
import org.dffmpeg.coordinator.core.job.EndedAttempt;
import org.dffmpeg.coordinator.core.job.Job;
import org.dffmpeg.coordinator.core.job.JobEnd;
import org.dffmpeg.coordinator.core.job.JobSpec;
import org.dffmpeg.coordinator.core.job.Place;
import org.dffmpeg.coordinator.core.job.Watch;

/** Jobs, workers and messages with ordinary contents: a test says only what matters to it. */
public final class Samples {
  public static final Instant NOW = MutableClock.START;
  public static final ClientId ALICE = new ClientId("alice");
  public static final WorkerId W1 = new WorkerId("w1");

  private Samples() {}

  /** Pending, detached, asked for by alice. */
  public static Job job(long number) {
    return job(SequentialIds.job(number));
  }

  public static Job job(JobId id) {
    return job(id, spec("ffmpeg", "Media"));
  }

  public static Job job(long number, JobSpec spec) {
    return job(SequentialIds.job(number), spec);
  }

  public static Job job(JobId id, JobSpec spec) {
    return new Job(
        id,
        spec,
        JobState.PENDING,
        place(spec.options()),
        NOW,
        Attempt.NONE,
        Watch.NOBODY,
        Optional.empty(),
        Optional.empty(),
        Job.Tail.EMPTY,
        0);
  }

  private static Place place(JobOptions options) {
    return new Place(JobClass.NORMAL, options.priority(), Optional.empty(), Optional.empty());
  }

  public static JobSpec spec(String binary, String... paths) {
    return spec(ALICE, binary, Optional.empty(), paths);
  }

  public static JobSpec spec(
      ClientId requester,
      String binary,
      Optional<JobSpec.Idempotency> idempotency,
      String... paths) {
    return new JobSpec(
        requester,
        binary,
        List.of("-i", "$Media/in put.mkv", "ünï", "$Media/out.mkv"),
        List.of(paths),
        Optional.of("$Media"),
        5,
        new TransportOffer("http_polling", Map.of("path", "/poll/jobs/x")),
        JobOptions.DEFAULT,
        idempotency,
        NOW);
  }

  /** The job in another state, with what belongs to it: held by w1 where a worker holds it. */
  public static Job in(JobState state, Job job) {
    return in(state, job, W1, NOW);
  }

  public static Job in(JobState state, Job job, WorkerId worker, Instant at) {
    Optional<Instant> started = state == JobState.RUNNING ? Optional.of(at) : Optional.empty();
    Attempt attempt =
        new Attempt(
            1,
            Optional.of(worker),
            Optional.empty(),
            Optional.of("incarnation"),
            Optional.of(at),
            Optional.of(at),
            started,
            List.of(new WorkerId("w0"), worker),
            List.of(2, 5),
            3);
    return new Job(
        job.id(),
        job.spec(),
        state,
        job.place(),
        at,
        state == JobState.PENDING ? Attempt.NONE : attempt,
        job.watch(),
        state == JobState.CANCELING
            ? Optional.of(new Cancellation(at, EndReason.CANCELED_BY, "canceled by alice"))
            : Optional.empty(),
        state.isTerminal()
            ? Optional.of(
                new JobEnd(
                    at, OptionalInt.of(0), Optional.of(EndReason.EXITED), Optional.of("well")))
            : Optional.empty(),
        job.tail(),
        job.version());
  }

  /** Of job 1, by w1, which was lost. */
  public static EndedAttempt attempt(int number) {
    return new EndedAttempt(
        SequentialIds.job(1),
        number,
        W1,
        NOW,
        Optional.empty(),
        new JobEnd(
            NOW, OptionalInt.empty(), Optional.of(EndReason.WORKER_LOST), Optional.of("gone")));
  }

  /** Online, with ffmpeg, the paths and so many slots. */
  public static Worker worker(String id, int slots, String... paths) {
    return worker(id, WorkerState.ONLINE, slots, paths);
  }

  public static Worker worker(String id, WorkerState state, int slots, String... paths) {
    return new Worker(
        new WorkerId(id),
        state,
        new WorkerProfile(
            Capabilities.NONE,
            Set.of("ffmpeg"),
            Set.of(paths),
            Optional.of("1.0"),
            Slots.cpu(slots),
            Optional.empty(),
            Map.of()),
        15,
        Optional.of("incarnation"),
        Slots.NONE,
        new Lease(NOW, Optional.of(NOW.plusSeconds(22))),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        0);
  }

  /** The same worker with such a build of ffmpeg. */
  public static Worker able(Worker worker, String... capabilities) {
    WorkerProfile profile = worker.profile();
    return new Worker(
        worker.id(),
        worker.state(),
        new WorkerProfile(
            Capabilities.of(List.of(capabilities)),
            profile.binaries(),
            profile.paths(),
            profile.version(),
            profile.slots(),
            Optional.of("f".repeat(64)),
            profile.setAside()),
        worker.registrationInterval(),
        worker.incarnation(),
        worker.slotsUsed(),
        worker.lease(),
        worker.token(),
        worker.lastMessageId(),
        worker.hold(),
        worker.version());
  }

  /** A line of output of job 1. */
  public static DownlinkMessage logs(long number) {
    LogEntry entry =
        new LogEntry(SequentialIds.log(number), LogStream.STDERR, "line " + number, NOW);
    return message(number, SequentialIds.job(1), new Payload.JobLogs(List.of(entry)));
  }

  public static DownlinkMessage status(long number, JobId job, JobState state) {
    return message(number, job, new Payload.JobStatus(state, null, NOW, null, null));
  }

  public static DownlinkMessage request(long number, JobId job) {
    return message(
        number,
        job,
        new Payload.JobRequest(
            job,
            "ffmpeg",
            List.of("-version"),
            List.of(),
            null,
            5,
            1,
            null,
            null,
            null,
            List.of(),
            90));
  }

  public static DownlinkMessage token(long number) {
    return new DownlinkMessage(
        SequentialIds.message(number),
        null,
        W1.identity(),
        null,
        NOW,
        null,
        new Payload.VerifyRegistration("token"));
  }

  private static DownlinkMessage message(long number, JobId job, Payload payload) {
    return new DownlinkMessage(SequentialIds.message(number), "w1", ALICE, job, NOW, null, payload);
  }

  public static LogId log(long number) {
    return SequentialIds.log(number);
  }
}
