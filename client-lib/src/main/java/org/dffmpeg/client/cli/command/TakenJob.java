package org.dffmpeg.client.cli.command;

import org.dffmpeg.client.api.ClientException;
import org.dffmpeg.client.api.JobHandle;
import org.dffmpeg.client.cli.output.Output;

/** A job that the coordinator has, as JSON. Stateless. */
final class TakenJob {
  private TakenJob() {}

  /**
   * Prints the job as it is now; its id alone if that cannot be asked: what was done is done, and
   * the caller must not take it for a failure.
   */
  static void print(JobHandle handle, Output output) {
    try {
      output.json(handle.status());
    } catch (ClientException e) {
      output.line("{\"job_id\":\"" + handle.id() + "\"}");
      output.note("dffmpeg-client: only the id is known: " + e.getMessage());
    }
  }
}
