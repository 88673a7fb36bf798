package org.dffmpeg.client.examples;

import java.util.function.Consumer;
import org.dffmpeg.client.api.ClientListener;
import org.dffmpeg.client.api.ClientSettings;
import org.dffmpeg.client.api.JobClient;
import org.dffmpeg.client.api.JobProgress;
import org.dffmpeg.client.api.JobRequest;
import org.dffmpeg.client.api.JobResult;
import org.dffmpeg.common.id.JobId;
import org.dffmpeg.common.protocol.LogStream;

/** Hear what ffmpeg says while it runs. */
public final class ShowProgress {
  private ShowProgress() {}

  /** Tells lines and percentages as they come. */
  public static JobResult run(ClientSettings settings, Consumer<String> screen)
      throws InterruptedException {
    ClientListener listener =
        new ClientListener() {
          @Override
          public void onLine(JobId job, LogStream stream, String line) {
            screen.accept(line);
          }

          @Override
          public void onProgress(JobId job, JobProgress progress) {
            progress.percent().ifPresent(percent -> screen.accept(Math.round(percent) + " %"));
          }
        };
    try (JobClient client = JobClient.connect(settings, listener)) {
      return client.submit(JobRequest.of("ffmpeg", "-i", "in.mkv", "out.mp4")).await();
    }
  }
}
