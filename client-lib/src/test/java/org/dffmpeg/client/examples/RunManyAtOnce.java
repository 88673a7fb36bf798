package org.dffmpeg.client.examples;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.dffmpeg.client.api.ClientSettings;
import org.dffmpeg.client.api.JobClient;
import org.dffmpeg.client.api.JobHandle;
import org.dffmpeg.client.api.JobRequest;
import org.dffmpeg.client.api.JobResult;

/** Submit several commands and combine their futures. */
public final class RunManyAtOnce {
  private RunManyAtOnce() {}

  /** The exit codes in the order of the requests. */
  public static List<Integer> run(ClientSettings settings, List<JobRequest> requests) {
    try (JobClient client = JobClient.connect(settings)) {
      List<CompletableFuture<JobResult>> results =
          requests.stream().map(client::submit).map(JobHandle::result).toList();
      return results.stream().map(CompletableFuture::join).map(JobResult::exitCode).toList();
    }
  }
}
