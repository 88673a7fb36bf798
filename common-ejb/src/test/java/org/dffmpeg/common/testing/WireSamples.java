package org.dffmpeg.common.testing;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.dffmpeg.common.fleet.Capabilities;
import org.dffmpeg.common.fleet.Slots;
import org.dffmpeg.common.fleet.WorkerHold;
import org.dffmpeg.common.fleet.WorkerState;
import org.dffmpeg.common.id.ClientId;
import org.dffmpeg.common.id.CoordinatorId;
import org.dffmpeg.common.id.JobId;
import org.dffmpeg.common.id.LogId;
import org.dffmpeg.common.id.MessageId;
import org.dffmpeg.common.id.WorkerId;
import org.dffmpeg.common.job.EndReason;
import org.dffmpeg.common.job.JobClass;
import org.dffmpeg.common.job.JobState;
import org.dffmpeg.common.protocol.Acknowledged;
import org.dffmpeg.common.protocol.AddUser;
import org.dffmpeg.common.protocol.AppendLogs;
import org.dffmpeg.common.protocol.AttemptClaim;
import org.dffmpeg.common.protocol.AttemptView;
import org.dffmpeg.common.protocol.CapabilityNeeds;
import org.dffmpeg.common.protocol.CommandAnswer;
import org.dffmpeg.common.protocol.CoordinatorView;
import org.dffmpeg.common.protocol.DeregisterWorker;
import org.dffmpeg.common.protocol.DownlinkMessage;
import org.dffmpeg.common.protocol.HealthView;
import org.dffmpeg.common.protocol.JanitorAccepted;
import org.dffmpeg.common.protocol.JanitorRequest;
import org.dffmpeg.common.protocol.JobCounts;
import org.dffmpeg.common.protocol.JobLimits;
import org.dffmpeg.common.protocol.JobOptions;
import org.dffmpeg.common.protocol.JobRetry;
import org.dffmpeg.common.protocol.JobView;
import org.dffmpeg.common.protocol.LogEntry;
import org.dffmpeg.common.protocol.LogPage;
import org.dffmpeg.common.protocol.LogStream;
import org.dffmpeg.common.protocol.MessageBatch;
import org.dffmpeg.common.protocol.MetricsView;
import org.dffmpeg.common.protocol.Payload;
import org.dffmpeg.common.protocol.Problem;
import org.dffmpeg.common.protocol.ProblemCode;
import org.dffmpeg.common.protocol.ReEncrypt;
import org.dffmpeg.common.protocol.ReEncrypted;
import org.dffmpeg.common.protocol.RegisterWorker;
import org.dffmpeg.common.protocol.ReportStatus;
import org.dffmpeg.common.protocol.RetentionRun;
import org.dffmpeg.common.protocol.Role;
import org.dffmpeg.common.protocol.SetPriority;
import org.dffmpeg.common.protocol.SetScope;
import org.dffmpeg.common.protocol.StatusView;
import org.dffmpeg.common.protocol.SubmitJob;
import org.dffmpeg.common.protocol.TransportOffer;
import org.dffmpeg.common.protocol.UserView;
import org.dffmpeg.common.protocol.VerifyWorker;
import org.dffmpeg.common.protocol.WorkerAccepted;
import org.dffmpeg.common.protocol.WorkerView;
import org.jspecify.annotations.Nullable;

/**
 * One sample of every wire record, and the bytes it must have: the golden files beside this class,
 * one JSON text each. Ids and times are those of PROTOCOL's examples.
 */
public final class WireSamples {
  public static final JobId JOB = new JobId("01M82D2EDY5NF9PPAGAMZJBEWR");
  public static final MessageId MESSAGE = new MessageId("01M82D2EEPC0Z8ABD66137SEVB");
  public static final LogId LOG = new LogId("01M82D9H02G36YNX9K1E5F8VQW");
  public static final ClientId CLIENT = new ClientId("client1");
  public static final WorkerId WORKER = new WorkerId("worker1");
  public static final Instant CREATED = Instant.parse("2026-11-22T19:52:30.398182Z");
  public static final Instant UPDATED = Instant.parse("2026-11-22T19:52:30.412841Z");
  public static final Instant WHOLE_SECOND = Instant.parse("2026-11-22T19:56:22Z");

  /** All samples by the name of their golden file, in the order of PROTOCOL. */
  public static final Map<String, Object> ALL = new LinkedHashMap<>();

  private static final Capabilities CAPABILITIES =
      Capabilities.of(List.of("decoder:h264", "encoder:libx264", "filter:scale", "hwaccel:cuda"));
  private static final String FINGERPRINT = "0123456789abcdef".repeat(4);
  private static final TransportOffer OFFER =
      new TransportOffer("http_polling", Map.of("path", "/poll/jobs/" + JOB));
  private static final List<String> COMMAND = List.of("-i", "$Media/in put.mkv", "$TV/out.mkv");
  private static final List<String> PATHS = List.of("Media", "TV");

  private static final List<AttemptView> ATTEMPTS =
      List.of(
          new AttemptView(
              1, WORKER, CREATED, null, UPDATED, EndReason.START_FAILED, "no such file", null),
          new AttemptView(2, WORKER, CREATED, UPDATED, null, null, null, null));

  /** Every option used. */
  public static final JobOptions OPTIONS =
      new JobOptions(
          JobClass.BATCH,
          -5,
          Map.of("show", "The Wire", "season", "1"),
          new CapabilityNeeds(
              List.of("hevc_nvenc"),
              List.of("h264"),
              List.of("cuda"),
              List.of("scale", "libplacebo"),
              List.of("big")),
          new Slots(Map.of("cpu", 2, "nvenc0", 1)),
          new JobLimits(3600, 7200, 60),
          new JobRetry(3, 10, List.of(EndReason.WORKER_LOST, EndReason.DISK_FULL)),
          WHOLE_SECOND);

  static {
    addClientSamples();
    addWorkerSamples();
    addMessages();
    addOperatorSamples();
  }

  private WireSamples() {}

  /** The bytes of a golden file. */
  public static byte[] golden(String name) {
    try (InputStream file = WireSamples.class.getResourceAsStream("wire/" + name + ".json")) {
      if (file == null) {
        throw new IllegalArgumentException("no golden file " + name);
      }
      return new String(file.readAllBytes(), StandardCharsets.UTF_8)
          .stripTrailing()
          .getBytes(StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("golden file " + name, e);
    }
  }

  /** A pending job of {@link #CLIENT}. */
  public static JobView pendingJob() {
    return job(JobState.PENDING, null, null, 0, "a worker with the path variable TV");
  }

  /** The same job, run and completed by {@link #WORKER}. */
  public static JobView completedJob() {
    return job(JobState.COMPLETED, 0, EndReason.EXITED, 1, null);
  }

  private static JobView job(
      JobState status,
      @Nullable Integer exitCode,
      @Nullable EndReason reason,
      int attempt,
      @Nullable String waitingFor) {
    boolean ended = status.isTerminal();
    return new JobView(
        OFFER,
        JOB,
        CLIENT,
        "ffmpeg",
        COMMAND,
        PATHS,
        "/home/u",
        status,
        exitCode,
        ended ? WORKER : null,
        CREATED,
        UPDATED,
        ended ? UPDATED : null,
        null,
        5,
        false,
        attempt,
        ended ? ATTEMPTS : List.of(),
        ended ? CREATED : null,
        ended ? WHOLE_SECOND : null,
        reason,
        ended ? "exit code 0" : null,
        waitingFor,
        ended ? null : Integer.valueOf(13),
        ended ? null : WHOLE_SECOND,
        status == JobState.PENDING ? OPTIONS : JobOptions.DEFAULT.withClass(JobClass.NORMAL));
  }

  /** An online worker with one of two slots taken. */
  public static WorkerView onlineWorker() {
    return new WorkerView(
        WORKER,
        List.copyOf(CAPABILITIES),
        List.of("ffprobe", "ffmpeg"),
        List.of("TV", "Media"),
        15,
        "0.1.0",
        WorkerState.ONLINE,
        UPDATED,
        new Slots(Map.of("cpu", 2, "probe", 2)),
        Slots.cpu(1),
        WorkerHold.PAUSED,
        CAPABILITIES.size(),
        FINGERPRINT,
        Map.of("encoder:libx265", "no capable devices found"));
  }

  /** Of a worker that has asked its ffmpeg: the hash stands for the list, sent or not. */
  private static RegisterWorker registered(@Nullable List<String> capabilities) {
    return new RegisterWorker(
        WORKER,
        capabilities,
        List.of("ffmpeg"),
        PATHS,
        15,
        "0.1.0",
        List.of("http_polling"),
        false,
        Slots.cpu(4),
        "b1946ac9",
        List.of(),
        CAPABILITIES.hash(),
        FINGERPRINT,
        Map.of("encoder:libx265", "no capable devices found"));
  }

  private static void addClientSamples() {
    List<String> polling = List.of("http_polling");
    ALL.put(
        "submit",
        new SubmitJob(
            "ffmpeg", COMMAND, PATHS, "$Media", polling, true, 5, "a-key-of-mine", OPTIONS));
    ALL.put(
        "submit-least",
        new SubmitJob(
            "ffprobe", List.of(), List.of(), null, polling, false, null, null, JobOptions.DEFAULT));
    ALL.put("job-options", OPTIONS);
    ALL.put("set-priority", new SetPriority(JobClass.LIVE, 7));
    ALL.put("job-pending", pendingJob());
    ALL.put("job-completed", completedJob());
    ALL.put("transport", OFFER);
    ALL.put("log-entry", bareLine("tab\there"));
    ALL.put("logs", new LogPage(List.of(line("hello"), bareLine("")), MESSAGE));
    ALL.put("logs-none", new LogPage(List.of(), null));
    ALL.put("command", CommandAnswer.OK);
    ALL.put("command-detail", new CommandAnswer("Job already finished"));
    ALL.put("problem", new Problem(ProblemCode.NOT_FOUND, "Job not found"));
  }

  private static void addWorkerSamples() {
    ALL.put(
        "register",
        new RegisterWorker(
            WORKER,
            List.of(),
            List.of("ffmpeg"),
            PATHS,
            15,
            "0.1.0",
            List.of("http_polling"),
            false,
            new Slots(Map.of("cpu", 4, "probe", 2, "nvenc0", 3)),
            "b1946ac9",
            List.of("big", "gpu"),
            null,
            null,
            Map.of()));
    ALL.put("register-capabilities", registered(List.copyOf(CAPABILITIES)));
    ALL.put("register-again", registered(null));
    ALL.put(
        "register-draining",
        new RegisterWorker(
            WORKER,
            List.of(),
            List.of(),
            List.of(),
            15,
            null,
            List.of("http_polling"),
            true,
            null,
            null,
            List.of(),
            null,
            null,
            Map.of()));
    ALL.put("worker-accepted", new WorkerAccepted(OFFER, true));
    ALL.put("verify", new VerifyWorker("D_23sC9P-QgnIe9ju5lxBeKQL-NOcOWANRfZWkU-Yug"));
    ALL.put("deregister", new DeregisterWorker(WORKER));
    ALL.put("acknowledged", Acknowledged.OK);
    ALL.put("claim", new AttemptClaim(2));
    ALL.put("claim-outputs", new AttemptClaim(2, List.of(7)));
    ALL.put("claim-none", AttemptClaim.NONE);
    ALL.put(
        "report",
        new ReportStatus(JobState.FAILED, 137, EndReason.SIGNALLED, "ended by signal 9", 2));
    ALL.put("report-least", new ReportStatus(JobState.CANCELED, null, null, null, null));
    ALL.put(
        "append",
        new AppendLogs(List.of(line("héllo \u2028 😀 \u007f\u0085\n\"\\"), bareLine("x")), 1));
    ALL.put("append-least", new AppendLogs(List.of(bareLine("x")), null));
  }

  private static LogEntry line(String content) {
    return new LogEntry(LOG, LogStream.STDERR, content, UPDATED);
  }

  private static LogEntry bareLine(String content) {
    return new LogEntry(null, LogStream.STDOUT, content, null);
  }

  private static void addMessages() {
    Payload request =
        new Payload.JobRequest(
            JOB, "ffmpeg", COMMAND, PATHS, null, 5, 1, 7200, 60, Slots.cpu(2), List.of(2), 90);
    Payload status =
        new Payload.JobStatus(JobState.COMPLETED, 0, WHOLE_SECOND, EndReason.EXITED, "exit code 0");
    Payload logs = new Payload.JobLogs(List.of(line("Zeile mit Ü"), bareLine("")));
    Payload verify = new Payload.VerifyRegistration("D_23sC9P-QgnIe9ju5lxBeKQL-NOcOWANRfZWkU-Yug");
    ALL.put("message-request", message(null, WORKER.identity(), JOB, request));
    ALL.put("message-status", message(WORKER.value(), CLIENT, JOB, status));
    ALL.put("message-logs", message(WORKER.value(), CLIENT, JOB, logs));
    ALL.put("message-verify", message(null, WORKER.identity(), null, verify));
    ALL.put(
        "batch",
        new MessageBatch(
            List.of(
                message(DownlinkMessage.COORDINATOR, CLIENT, JOB, status),
                message(null, CLIENT, JOB, logs))));
    ALL.put("batch-empty", new MessageBatch(List.of()));
  }

  private static DownlinkMessage message(
      @Nullable String sender, ClientId recipient, @Nullable JobId job, Payload payload) {
    return new DownlinkMessage(MESSAGE, sender, recipient, job, CREATED, null, payload);
  }

  private static void addOperatorSamples() {
    ALL.put("worker", onlineWorker());
    ALL.put("health", new HealthView("online", "0.1.0", null, null));
    ALL.put(
        "health-deep",
        new HealthView(
            "unhealthy",
            "0.1.0",
            Map.of("jobs", new HealthView.Component("unhealthy", "no connection")),
            Map.of("http_polling", new HealthView.Component("healthy", null))));
    JobCounts counts = new JobCounts(1, 2, 3);
    ALL.put(
        "metrics",
        new MetricsView(
            counts, Map.of("ffmpeg", counts), Map.of("worker1", new JobCounts(0, 0, 0))));
    ALL.put(
        "status-data",
        new StatusView(
            List.of(onlineWorker()),
            Map.of("worker1", 1),
            List.of(completedJob()),
            true,
            List.of()));
    addAdminSamples();
  }

  private static void addAdminSamples() {
    CoordinatorView coordinator =
        new CoordinatorView(
            new CoordinatorId("01M82D2EDWGTC3YQ8J2H5S0BXN"),
            "http://media:8000",
            "0.1.0",
            true,
            CREATED,
            UPDATED);
    ALL.put("coordinator", coordinator);
    ALL.put(
        "admin-status",
        new StatusView(List.of(), Map.of(), List.of(), false, List.of(coordinator)));
    List<String> everywhere = List.of("0.0.0.0/0", "::/0");
    List<Role> roles = List.of(Role.WORKER, Role.CLIENT);
    ALL.put("user", new UserView(CLIENT, roles, everywhere, CREATED, "k1", null));
    ALL.put(
        "user-with-key",
        new UserView(
            CLIENT, List.of(Role.ADMIN), everywhere, CREATED, null, SignatureVectors.KEY_TEXT));
    ALL.put("add-user", new AddUser(CLIENT, roles, List.of("10.0.0.0/8")));
    ALL.put("set-scope", new SetScope(everywhere));
    ALL.put("re-encrypt", new ReEncrypt(CLIENT, "k2", false, 10, 100));
    ALL.put("re-encrypted", new ReEncrypted(7));
    ALL.put("janitor", new JanitorRequest("run_all"));
    ALL.put("janitor-accepted", new JanitorAccepted("run_all"));
    ALL.put("retention", new RetentionRun(7, "completed", CREATED, WHOLE_SECOND, 30, 31, 2, 1));
  }
}
