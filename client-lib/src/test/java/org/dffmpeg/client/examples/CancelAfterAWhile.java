package org.dffmpeg.client.examples;

import java.time.Duration;
import java.util.concurrent.TimeoutException;
import org.dffmpeg.client.api.ClientSettings;
import org.dffmpeg.client.api.JobClient;
import org.dffmpeg.client.api.JobHandle;
import org.dffmpeg.client.api.JobRequest;
import org.dffmpeg.client.api.JobResult;

/** Give a command so much time, then end it and wait until it has ended. */
public final class CancelAfterAWhile {
  private CancelAfterAWhile() {}

  /** How it ended. */
  public static JobResult run(ClientSettings settings, Duration most) throws InterruptedException {
    try (JobClient client = JobClient.connect(settings)) {
      JobHandle job = client.submit(JobRequest.of("ffmpeg", "-i", "in.mkv", "out.mp4"));
      try {
        return job.await(most);
      } catch (TimeoutException e) {
        job.cancel();
        return job.await();
      }
    }
  }
}
