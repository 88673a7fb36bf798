package org.dffmpeg.client.examples;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.dffmpeg.client.api.ClientSettings;
import org.dffmpeg.client.api.JobClient;
import org.dffmpeg.client.api.JobRequest;
import org.dffmpeg.common.id.JobId;
import org.dffmpeg.common.id.MessageId;
import org.dffmpeg.common.protocol.LogPage;

/** Let a job run on alone, and read what it said later. */
public final class FireAndForget {

  private FireAndForget() {}

  /** Submits; the job outlives this client. */
  public static JobId submit(ClientSettings settings) {
    try (JobClient client = JobClient.connect(settings)) {
      return client.submit(JobRequest.of("ffmpeg", "-i", "in.mkv", "out.mp4").detached()).id();
    }
  }

  /** Its lines so far. */
  public static List<String> output(ClientSettings settings, JobId job) {
    List<String> lines = new ArrayList<>();
    try (JobClient client = JobClient.connect(settings)) {
      Optional<MessageId> after = Optional.empty();
      LogPage page = client.logs(job, after);
      while (page.lastMessageId() != null) {
        page.logs().forEach(entry -> lines.add(entry.content()));
        after = Optional.of(page.lastMessageId());
        page = client.logs(job, after);
      }
    }
    return lines;
  }
}
