package org.dffmpeg.client.examples;

import java.time.Duration;
import java.util.concurrent.TimeoutException;
import org.dffmpeg.client.api.ClientSettings;
import org.dffmpeg.client.api.JobClient;
import org.dffmpeg.client.api.JobHandle;
import org.dffmpeg.client.api.JobRequest;
import org.dffmpeg.client.api.JobResult;

/** Run a command somewhere and wait for its end. */
public final class SubmitAndAwait {
  private SubmitAndAwait() {}

  /** The sentence to show to a user. */
  public static String run(ClientSettings settings) throws InterruptedException, TimeoutException {
    try (JobClient client = JobClient.connect(settings)) {
      JobHandle job =
          client.submit(JobRequest.of("ffmpeg", "-i", "/mnt/media/a.mkv", "/mnt/media/a.mp4"));
      JobResult result = job.await(Duration.ofHours(2));
      return result.fold(
          completed -> "done",
          failed -> "failed with " + failed.exitCode() + ": " + failed.explanation(),
          canceled -> "canceled: " + canceled.explanation());
    }
  }
}
