package org.dffmpeg.coordinator.launch;

import java.io.PrintStream;
import java.nio.charset.Charset;

/**
 * Who may write where (N1, N3). The process's stdout and stderr are taken away from everybody else:
 * what others print goes to stderr. During a start it is held back, because a server reports one
 * failed deployment in a dozen stack traces: a start that failed for a known reason drops it, every
 * other one lets it out. Thread-safe.
 */
final class Terminal {
  private final PrintStream out;
  private final PrintStream err;
  private final HeldOutput others;

  private Terminal(PrintStream out, PrintStream err, HeldOutput others) {
    this.out = out;
    this.err = err;
    this.others = others;
  }

  /** Takes the streams over and holds back what others print. */
  static Terminal takeOver() {
    HeldOutput others = new HeldOutput(System.err);
    Terminal terminal = new Terminal(System.out, System.err, others);
    PrintStream replacement = new PrintStream(others, true, Charset.defaultCharset());
    System.setOut(replacement);
    System.setErr(replacement);
    return terminal;
  }

  /** What others printed, and print from now on, is shown. */
  void showOthers() {
    others.release();
  }

  /** What others printed, and print from now on, is dropped. */
  void dropOthers() {
    others.drop();
  }

  void say(String line) {
    out.println(line);
    out.flush();
  }

  void complain(String line) {
    err.println("dffmpeg-coordinator: " + line);
    err.flush();
  }
}
