package org.dffmpeg.worker.execution;

import java.util.List;

/**
 * A job whose files were looked at. Closed when it has ended.
 *
 * @param made which arguments name files that this attempt makes
 * @param outputs watched for room
 */
record PreparedJob(
    LocalCommand command, OutputFiles files, List<Integer> made, FreeSpace.Outputs outputs)
    implements AutoCloseable {
  PreparedJob {
    made = List.copyOf(made);
  }

  @Override
  public void close() {
    outputs.close();
  }
}
