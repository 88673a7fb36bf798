package org.dffmpeg.worker.uplink;

import java.util.List;
import java.util.function.BooleanSupplier;
import org.dffmpeg.common.id.JobId;
import org.dffmpeg.common.protocol.LogEntry;
import org.dffmpeg.common.protocol.ReportStatus;

/** What is said about one attempt of one job (PROTOCOL 5.4). */
public interface JobUplink {

  /** The job that is spoken of. */
  JobId job();

  /**
   * We take it. Tried for about a minute unless abandoned.
   *
   * @param outputs which arguments name files that it makes
   */
  Verdict accept(List<Integer> outputs, BooleanSupplier abandoned);

  /** We give it back unstarted. */
  Verdict reject();

  /** It lives. One try. */
  Verdict heartbeat();

  /** Its output, at least one entry. Tried until abandoned. */
  Verdict logs(List<LogEntry> entries, BooleanSupplier abandoned);

  /** It ended; the attempt is filled in here. Tried until abandoned, at least once. */
  Verdict report(ReportStatus status, BooleanSupplier abandoned);
}
