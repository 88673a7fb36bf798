package org.dffmpeg.coordinator.launch;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.util.function.BooleanSupplier;

/**
 * Who may write where (N1, N3). The process's stdout and stderr are taken away from everybody else:
 * what others print goes to stderr, and to nowhere once the start is known to have failed, because
 * a server reports one failed deployment in a dozen stack traces. Thread-safe.
 */
final class Terminal {
  private final PrintStream out;
  private final PrintStream err;

  private Terminal(PrintStream out, PrintStream err) {
    this.out = out;
    this.err = err;
  }

  /** Takes the streams over; {@code silenced} is asked at every write. */
  static Terminal takeOver(BooleanSupplier silenced) {
    Terminal terminal = new Terminal(System.out, System.err);
    PrintStream others =
        new PrintStream(new Gate(System.err, silenced), true, Charset.defaultCharset());
    System.setOut(others);
    System.setErr(others);
    return terminal;
  }

  void say(String line) {
    out.println(line);
    out.flush();
  }

  void complain(String line) {
    err.println("dffmpeg-coordinator: " + line);
    err.flush();
  }

  /** Lets bytes through as long as the condition does not hold. */
  private static final class Gate extends FilterOutputStream {
    private final BooleanSupplier closed;

    Gate(OutputStream target, BooleanSupplier closed) {
      super(target);
      this.closed = closed;
    }

    @Override
    public void write(int value) throws IOException {
      if (!closed.getAsBoolean()) {
        out.write(value);
      }
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
      if (!closed.getAsBoolean()) {
        out.write(bytes, offset, length);
      }
    }
  }
}
