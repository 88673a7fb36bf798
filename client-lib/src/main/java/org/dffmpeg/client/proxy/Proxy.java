package org.dffmpeg.client.proxy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import org.dffmpeg.client.api.ClientException;
import org.dffmpeg.client.api.ClientSettings;
import org.dffmpeg.client.api.JobClient;
import org.dffmpeg.client.api.JobHandle;
import org.dffmpeg.client.api.JobResult;
import org.dffmpeg.client.internal.CancelOnSignal;
import org.dffmpeg.common.config.ConfigurationException;
import org.dffmpeg.common.job.EndReason;

/** Runs one invocation on a worker. Confined to one thread. */
final class Proxy {
  private static final int FAILED = 1;

  /** What a shell says of a program that nobody reads any more: 128 and the number of SIGPIPE. */
  private static final int READER_GONE = 141;

  private final OutputStream out;
  private final OutputStream err;

  Proxy(OutputStream out, OutputStream err) {
    this.out = out;
    this.err = err;
  }

  /** The exit code for the caller. */
  int run(ProxyInvocation invocation) {
    try (CancelOnSignal guard = CancelOnSignal.install(() -> {});
        JobClient client = JobClient.connect(ClientSettings.load())) {
      StreamRelay relay = new StreamRelay(out, err, client::cancel);
      JobHandle handle = client.submit(invocation.request(), relay);
      guard.protect(handle);
      JobResult result = handle.await();
      return relay.isReaderGone() ? READER_GONE : finish(invocation, result);
    } catch (ClientException | ConfigurationException | IllegalArgumentException e) {
      say(invocation, String.valueOf(e.getMessage()));
      return FAILED;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return FAILED;
    }
  }

  /** What ffmpeg said itself need not be said again. */
  private int finish(ProxyInvocation invocation, JobResult result) {
    boolean saidByFfmpeg =
        result instanceof JobResult.Failed failed && failed.reason() == EndReason.EXITED;
    if (!saidByFfmpeg && !result.explanation().isEmpty()) {
      say(invocation, result.explanation());
    }
    return result.exitCode();
  }

  private void say(ProxyInvocation invocation, String text) {
    try {
      for (String line : text.split("\\R")) {
        err.write(
            (invocation.binary() + " (dffmpeg): " + line + "\n").getBytes(StandardCharsets.UTF_8));
      }
    } catch (IOException e) {
      // Nobody is left to be told.
    }
  }
}
