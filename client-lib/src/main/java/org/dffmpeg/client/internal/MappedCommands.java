package org.dffmpeg.client.internal;

import java.util.List;
import java.util.Optional;
import org.dffmpeg.client.api.MappedCommand;
import org.dffmpeg.common.protocol.JobView;

/** A command as a job that exists shows it. */
final class MappedCommands {
  private MappedCommands() {}

  static MappedCommand of(JobView job) {
    return new MappedCommand(
        job.arguments(), job.paths(), Optional.ofNullable(job.workingDirectory()), List.of());
  }
}
