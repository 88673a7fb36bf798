package org.dffmpeg.client.cli.output;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dffmpeg.common.job.JobClass;
import org.dffmpeg.common.job.JobState;
import org.dffmpeg.common.protocol.AttemptView;
import org.dffmpeg.common.protocol.JobOptions;
import org.dffmpeg.common.protocol.JobView;
import org.jspecify.annotations.Nullable;

/** Jobs as tables for people; times are shown in the reader's zone. Immutable. */
public final class JobTables {
  private final Times times;

  /** For a reader in that zone. */
  public JobTables(ZoneId zone) {
    this.times = new Times(zone);
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
                        times.cell(job.createdAt()),
                        Cell.of(note(job).orElse(""))))
            .toList());
  }

  /** One line per key of one job. */
  public Table job(JobView job) {
    return Pairs.table(Stream.concat(keys(job), job.attempts().stream().map(this::attempt)));
  }

  private Stream<List<Cell>> keys(JobView job) {
    return Stream.of(
        Pairs.pair("job", Cell.of(job.jobId())),
        Pairs.pair("status", state(job.status())),
        Pairs.pair("exit code", Cell.of(job.exitCode())),
        Pairs.pair("note", Cell.of(note(job).orElse("-"))),
        Pairs.pair("binary", Cell.of(job.binaryName())),
        Pairs.pair("arguments", Cell.of(ShellWords.join(job.arguments()))),
        Pairs.pair("paths", Cell.of(String.join(" ", job.paths()))),
        Pairs.pair("directory", Cell.of(job.workingDirectory())),
        Pairs.pair("requester", Cell.of(job.requesterId())),
        Pairs.pair("worker", Cell.of(job.workerId())),
        Pairs.pair("position", Cell.of(job.queuePosition())),
        Pairs.pair("estimated start", times.cell(job.estimatedStart())),
        Pairs.pair("class", Cell.of(jobClass(job.options()))),
        Pairs.pair("priority", Cell.of(job.options().priority())),
        Pairs.pair("labels", Cell.of(labels(job.options()))),
        Pairs.pair("attempt", Cell.of(job.attempt())),
        Pairs.pair("monitored", Cell.of(job.monitor() ? "yes" : "no")),
        Pairs.pair("created", times.cell(job.createdAt())),
        Pairs.pair("started", times.cell(job.startedAt())),
        Pairs.pair("finished", times.cell(job.finishedAt())),
        Pairs.pair("last update", times.cell(job.lastUpdate())));
  }

  private List<Cell> attempt(AttemptView attempt) {
    Instant end = attempt.endedAt();
    String until = end == null ? "" : " to " + times.cell(end).text();
    String how = attempt.reasonDetail();
    return Pairs.pair(
        "attempt " + attempt.number(),
        Cell.of(
            attempt.workerId()
                + ", "
                + times.cell(attempt.assignedAt()).text()
                + until
                + (how == null ? "" : ": " + how)));
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
}
