package org.dffmpeg.client.testing;

import java.time.Instant;
import java.util.List;
import org.dffmpeg.common.id.ClientId;
import org.dffmpeg.common.id.JobId;
import org.dffmpeg.common.job.EndReason;
import org.dffmpeg.common.job.JobState;
import org.dffmpeg.common.protocol.DownlinkMessage;
import org.dffmpeg.common.protocol.LogEntry;
import org.dffmpeg.common.protocol.LogStream;
import org.dffmpeg.common.protocol.Payload;
import org.dffmpeg.common.testing.SequentialIds;
import org.jspecify.annotations.Nullable;

/** Messages with valid defaults; the number is the order. */
public final class Messages {
  /** The job that they are about. */
  public static final JobId JOB = new JobId("01M82D2EDY5NF9PPAGAMZJBEWR");

  /** Whom they are for. */
  public static final ClientId CLIENT = new ClientId("client1");

  private static final Instant TIME = Instant.parse("2026-11-22T19:52:30.120Z");

  private Messages() {}

  /** A message about {@link #JOB} for {@link #CLIENT}. */
  public static DownlinkMessage message(int number, Payload payload) {
    return message(number, CLIENT, JOB, payload);
  }

  /** A message. */
  public static DownlinkMessage message(
      int number, ClientId recipient, @Nullable JobId job, Payload payload) {
    return new DownlinkMessage(
        SequentialIds.message(number), null, recipient, job, TIME, null, payload);
  }

  /** Some lines on stderr. */
  public static DownlinkMessage lines(int number, String... lines) {
    return message(number, logs(lines));
  }

  /** Some lines on stderr. */
  public static Payload.JobLogs logs(String... lines) {
    return new Payload.JobLogs(
        List.of(lines).stream()
            .map(line -> new LogEntry(null, LogStream.STDERR, line, null))
            .toList());
  }

  /** A state without an end, as our coordinator says it. */
  public static DownlinkMessage status(int number, JobState state) {
    return message(number, new Payload.JobStatus(state, null, TIME, null, null));
  }

  /** An end, as our coordinator says it. */
  public static DownlinkMessage end(
      int number, JobState state, @Nullable Integer exitCode, EndReason reason) {
    return message(
        number, new Payload.JobStatus(state, exitCode, TIME, reason, "because of a test"));
  }

  /** An end, as an old coordinator says it: without a reason. */
  public static DownlinkMessage oldEnd(int number, JobState state, @Nullable Integer exitCode) {
    return message(number, new Payload.JobStatus(state, exitCode, TIME, null, null));
  }
}
