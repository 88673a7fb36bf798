package org.dffmpeg.worker.spool;

import java.util.List;
import java.util.function.BooleanSupplier;
import org.dffmpeg.common.protocol.LogEntry;
import org.dffmpeg.worker.uplink.JobUplink;
import org.dffmpeg.worker.uplink.Verdict;

/**
 * One batch of lines on its way. What is refused is sent in halves, until the line is found that is
 * not taken; that one is cut, or a word takes its place (Q6). If not even the word is taken, the
 * lines are not what is wrong, and the rest is given up. Confined to one thread.
 */
final class LineUpload {
  /** So much of a line is left when it is cut. */
  static final int CUT_TO = 4096;

  private final JobUplink uplink;
  private final BooleanSupplier abandoned;
  private int taken;

  /**
   * An upload of nothing yet.
   *
   * @param abandoned as for {@link JobUplink#logs}
   */
  LineUpload(JobUplink uplink, BooleanSupplier abandoned) {
    this.uplink = uplink;
    this.abandoned = abandoned;
  }

  /** Sends them in order, as far as they are taken; the last answer. */
  Verdict send(List<LogEntry> entries) {
    Verdict verdict = sendAtOnce(entries);
    if (verdict instanceof Verdict.Refused refused) {
      return entries.size() == 1 ? mend(entries.get(0), refused) : sendHalves(entries);
    }
    return verdict;
  }

  /** How many lines were taken, as they were or mended. */
  int taken() {
    return taken;
  }

  private Verdict sendAtOnce(List<LogEntry> entries) {
    Verdict verdict = uplink.logs(entries, abandoned);
    taken += verdict instanceof Verdict.Taken ? entries.size() : 0;
    return verdict;
  }

  private Verdict sendHalves(List<LogEntry> entries) {
    int half = entries.size() / 2;
    Verdict first = send(entries.subList(0, half));
    return first instanceof Verdict.Taken ? send(entries.subList(half, entries.size())) : first;
  }

  private Verdict mend(LogEntry line, Verdict.Refused refused) {
    String content = line.content();
    if (content.length() > CUT_TO) {
      Verdict cut = sendAtOnce(List.of(withContent(line, start(content) + " " + cutNote(content))));
      if (!(cut instanceof Verdict.Refused)) {
        return cut;
      }
    }
    String word =
        "[dffmpeg] a line of %d characters was dropped here: the coordinator refused it: %s"
            .formatted(content.length(), refused.why());
    return sendAtOnce(List.of(withContent(line, word)));
  }

  private static String cutNote(String content) {
    return "[dffmpeg] cut: the coordinator refused the %d characters of this line"
        .formatted(content.length());
  }

  private static String start(String content) {
    boolean inACharacter = Character.isHighSurrogate(content.charAt(CUT_TO - 1));
    return content.substring(0, inACharacter ? CUT_TO - 1 : CUT_TO);
  }

  private static LogEntry withContent(LogEntry line, String content) {
    return new LogEntry(line.id(), line.stream(), content, line.timestamp());
  }
}
