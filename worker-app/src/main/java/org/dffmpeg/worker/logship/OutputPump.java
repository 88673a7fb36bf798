package org.dffmpeg.worker.logship;

import java.io.IOException;
import java.io.InputStream;
import java.util.function.Consumer;
import org.dffmpeg.client.link.Ticker;

/** Drains one output of a process to its end, record by record. Runs on its own thread. */
public final class OutputPump implements Runnable {
  private static final System.Logger LOG = System.getLogger(OutputPump.class.getName());

  private final InputStream output;
  private final Pulse pulse;
  private final ProgressThinner thinner;
  private final OutputSplitter splitter;

  /**
   * A pump that does not run yet.
   *
   * @param pulse hears of every byte
   * @param record takes each record; may wait, and so slow the process down, but must come back
   */
  public OutputPump(InputStream output, Pulse pulse, Ticker ticker, Consumer<String> record) {
    this.output = output;
    this.pulse = pulse;
    this.thinner = new ProgressThinner(ticker, record);
    this.splitter = new OutputSplitter(thinner);
  }

  @Override
  public void run() {
    byte[] chunk = new byte[16 * 1024];
    try {
      for (int count = output.read(chunk); count >= 0; count = output.read(chunk)) {
        pulse.came();
        splitter.feed(chunk, count);
        pulse.handedOn();
      }
    } catch (IOException e) {
      LOG.log(System.Logger.Level.DEBUG, () -> "an output was closed: " + e);
    }
    splitter.end();
    thinner.end();
  }
}
