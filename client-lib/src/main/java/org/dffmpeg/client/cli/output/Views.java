package org.dffmpeg.client.cli.output;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dffmpeg.common.fleet.Slots;
import org.dffmpeg.common.fleet.WorkerHold;
import org.dffmpeg.common.job.JobClass;
import org.dffmpeg.common.job.JobState;
import org.dffmpeg.common.protocol.AttemptView;
import org.dffmpeg.common.protocol.CoordinatorView;
import org.dffmpeg.common.protocol.JobOptions;
import org.dffmpeg.common.protocol.JobView;
import org.dffmpeg.common.protocol.RetentionRun;
import org.dffmpeg.common.protocol.Role;
import org.dffmpeg.common.protocol.UserView;
import org.dffmpeg.common.protocol.WorkerView;
import org.jspecify.annotations.Nullable;

/** Wire records as tables for people; times are shown in the reader's zone. Immutable. */
public final class Views {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT);

  private final ZoneId zone;

  public Views(ZoneId zone) {
    this.zone = zone;
  }

  /** One line per job. */
  public Table jobs(List<JobView> jobs) {
    return new Table(
        List.of("JOB", "STATUS", "EXIT", "BINARY", "REQUESTER", "WORKER", "CREATED", "NOTE"),
        jobs.stream()
            .map(
                job ->
                    List.of(
                        Cell.of(job.jobId()),
                        state(job.status()),
                        Cell.of(job.exitCode()),
                        Cell.of(job.binaryName()),
                        Cell.of(job.requesterId()),
                        Cell.of(job.workerId()),
                        time(job.createdAt()),
                        Cell.of(note(job).orElse(""))))
            .toList());
  }

  /** One line per key of one job. */
  public Table job(JobView job) {
    return pairs(Stream.concat(keys(job), job.attempts().stream().map(this::attempt)));
  }

  private Stream<List<Cell>> keys(JobView job) {
    return Stream.of(
        pair("job", Cell.of(job.jobId())),
        pair("status", state(job.status())),
        pair("exit code", Cell.of(job.exitCode())),
        pair("note", Cell.of(note(job).orElse("-"))),
        pair("binary", Cell.of(job.binaryName())),
        pair("arguments", Cell.of(ShellWords.join(job.arguments()))),
        pair("paths", Cell.of(String.join(" ", job.paths()))),
        pair("directory", Cell.of(job.workingDirectory())),
        pair("requester", Cell.of(job.requesterId())),
        pair("worker", Cell.of(job.workerId())),
        pair("position", Cell.of(job.queuePosition())),
        pair("estimated start", time(job.estimatedStart())),
        pair("class", Cell.of(jobClass(job.options()))),
        pair("priority", Cell.of(job.options().priority())),
        pair("labels", Cell.of(labels(job.options()))),
        pair("attempt", Cell.of(job.attempt())),
        pair("monitored", Cell.of(job.monitor() ? "yes" : "no")),
        pair("created", time(job.createdAt())),
        pair("started", time(job.startedAt())),
        pair("finished", time(job.finishedAt())),
        pair("last update", time(job.lastUpdate())));
  }

  private List<Cell> attempt(AttemptView attempt) {
    Instant end = attempt.endedAt();
    String until = end == null ? "" : " to " + time(end).text();
    String how = attempt.reasonDetail();
    return pair(
        "attempt " + attempt.number(),
        Cell.of(
            attempt.workerId()
                + ", "
                + time(attempt.assignedAt()).text()
                + until
                + (how == null ? "" : ": " + how)));
  }

  /** One line per coordinator. */
  public Table coordinators(List<CoordinatorView> coordinators) {
    return new Table(
        List.of("COORDINATOR", "STATUS", "ADDRESS", "VERSION", "STARTED", "LAST SEEN"),
        coordinators.stream()
            .map(
                coordinator ->
                    List.of(
                        Cell.of(coordinator.coordinatorId()),
                        coordinator.online()
                            ? Cell.of("online", Color.GOOD)
                            : Cell.of("silent", Color.BAD),
                        Cell.of(coordinator.address()),
                        Cell.of(coordinator.version()),
                        time(coordinator.startedAt()),
                        time(coordinator.lastSeen())))
            .toList());
  }

  /** One line per worker. */
  public Table workers(List<WorkerView> workers) {
    return new Table(
        List.of("WORKER", "STATUS", "SLOTS", "BINARIES", "PATHS", "VERSION", "LAST SEEN"),
        workers.stream()
            .map(
                worker ->
                    List.of(
                        Cell.of(worker.workerId()),
                        state(worker),
                        Cell.of(slots(worker)),
                        Cell.of(words(worker.binaries())),
                        Cell.of(words(worker.paths())),
                        Cell.of(worker.version()),
                        time(worker.lastSeen())))
            .toList());
  }

  /** One line per key of one worker; its capabilities by kind, each with all its names. */
  public Table worker(WorkerView worker) {
    Stream<List<Cell>> profile =
        Stream.of(
            pair("worker", Cell.of(worker.workerId())),
            pair("status", state(worker)),
            pair("slots", Cell.of(slots(worker))),
            pair("binaries", Cell.of(words(worker.binaries()))),
            pair("paths", Cell.of(words(worker.paths()))),
            pair("version", Cell.of(worker.version())),
            pair("last seen", time(worker.lastSeen())),
            pair("fingerprint", Cell.of(worker.fingerprint())),
            pair("capabilities", Cell.of(worker.capabilitiesCount())));
    return pairs(Stream.of(profile, setAside(worker), capabilities(worker)).flatMap(rows -> rows));
  }

  private static Stream<List<Cell>> setAside(WorkerView worker) {
    return new TreeMap<>(worker.setAside())
        .entrySet().stream()
            .map(
                each ->
                    pair("set aside", Cell.of(each.getKey() + ": " + each.getValue(), Color.BAD)));
  }

  /** {@code encoder:libx264} stands in the row of {@code encoder}. */
  private static Stream<List<Cell>> capabilities(WorkerView worker) {
    Map<String, List<String>> byKind =
        worker.capabilities().stream()
            .collect(
                Collectors.groupingBy(
                    name -> name.substring(0, Math.max(0, name.indexOf(':'))),
                    TreeMap::new,
                    Collectors.mapping(
                        name -> name.substring(name.indexOf(':') + 1), Collectors.toList())));
    return byKind.entrySet().stream()
        .map(kind -> pair("  " + kind.getKey(), Cell.of(words(kind.getValue()))));
  }

  /** One line per identity; the key column is there only if a key is. */
  public Table users(List<UserView> users) {
    boolean keys = users.stream().anyMatch(user -> user.hmacKey() != null);
    Stream<String> headings = Stream.of("IDENTITY", "ROLES", "FROM", "ENCRYPTED BY", "CREATED");
    return new Table(
        Stream.concat(headings, Stream.of("KEY").filter(heading -> keys)).toList(),
        users.stream()
            .map(
                user ->
                    Stream.concat(
                            Stream.of(
                                Cell.of(user.clientId()),
                                Cell.of(roles(user)),
                                Cell.of(scope(user)),
                                Cell.of(user.keyId()),
                                time(user.createdAt())),
                            Stream.of(Cell.of(user.hmacKey())).filter(key -> keys))
                        .toList())
            .toList());
  }

  /** One line per run of retention. */
  public Table retentionRuns(List<RetentionRun> runs) {
    return new Table(
        List.of("RUN", "STATUS", "STARTED", "ENDED", "LOGS", "MESSAGES", "JOBS", "WORKERS"),
        runs.stream()
            .map(
                run ->
                    List.of(
                        Cell.of(run.run()),
                        Cell.of(run.status(), runColor(run.status())),
                        time(run.startedAt()),
                        time(run.endedAt()),
                        Cell.of(run.logs()),
                        Cell.of(run.messages()),
                        Cell.of(run.jobs()),
                        Cell.of(run.workers())))
            .toList());
  }

  private static Color runColor(String status) {
    return switch (status) {
      case "completed" -> Color.GOOD;
      case "running" -> Color.BUSY;
      default -> Color.BAD;
    };
  }

  /** One line per key of one identity. */
  public Table user(UserView user) {
    return pairs(
        Stream.of(
                pair("client_id", Cell.of(user.clientId())),
                pair("roles", Cell.of(roles(user))),
                pair("allowed from", Cell.of(scope(user))),
                pair("encrypted by", Cell.of(user.keyId())),
                pair("created", time(user.createdAt())),
                pair("hmac_key", Cell.of(user.hmacKey())))
            .filter(row -> user.hmacKey() != null || !row.get(0).text().equals("hmac_key")));
  }

  private static Optional<String> note(JobView job) {
    return Optional.ofNullable(job.status().isTerminal() ? job.reasonDetail() : job.waitingFor());
  }

  private static @Nullable String jobClass(JobOptions options) {
    JobClass jobClass = options.jobClass();
    return jobClass == null ? null : jobClass.wireName();
  }

  private static @Nullable String labels(JobOptions options) {
    return options.labels().isEmpty()
        ? null
        : options.labels().entrySet().stream()
            .map(Object::toString)
            .collect(Collectors.joining(" "));
  }

  private static Cell state(JobState state) {
    Color color =
        switch (state) {
          case PENDING -> Color.WAITING;
          case ASSIGNED, RUNNING, CANCELING -> Color.BUSY;
          case COMPLETED -> Color.GOOD;
          case FAILED, CANCELED -> Color.BAD;
        };
    return Cell.of(state.wireName(), color);
  }

  private static Cell state(WorkerView worker) {
    Color color =
        switch (worker.status()) {
          case ONLINE -> Color.GOOD;
          case REGISTERING, DRAINING -> Color.WAITING;
          case OFFLINE -> Color.BAD;
        };
    WorkerHold hold = worker.hold();
    String held = hold == null ? "" : ", " + hold.wireName();
    String broken =
        worker.setAside().isEmpty()
            ? ""
            : ", without " + String.join(" ", new TreeSet<>(worker.setAside().keySet()));
    String limits = held + broken;
    return Cell.of(worker.status().wireName() + limits, limits.isEmpty() ? color : Color.WAITING);
  }

  private static String slots(WorkerView worker) {
    return worker.slots().counts().keySet().stream()
        .map(
            pool ->
                (pool.equals(Slots.CPU) ? "" : pool + " ")
                    + worker.slotsUsed().count(pool)
                    + "/"
                    + worker.slots().count(pool))
        .collect(Collectors.joining(", "));
  }

  private static @Nullable String words(List<String> names) {
    return names.isEmpty() ? null : names.stream().sorted().collect(Collectors.joining(" "));
  }

  private static String roles(UserView user) {
    return user.roles().stream().map(Role::wireName).collect(Collectors.joining(" "));
  }

  private static String scope(UserView user) {
    return user.allowedCidrs().isEmpty() ? "everywhere" : String.join(" ", user.allowedCidrs());
  }

  private Cell time(@Nullable Instant instant) {
    return Cell.of(
        instant == null ? null : TIME.format(instant.truncatedTo(ChronoUnit.SECONDS).atZone(zone)));
  }

  private static List<Cell> pair(String key, Cell value) {
    return List.of(Cell.of(key, Color.HEADING), value);
  }

  private static Table pairs(Stream<List<Cell>> rows) {
    return Table.withoutHeadings(rows.toList());
  }
}
