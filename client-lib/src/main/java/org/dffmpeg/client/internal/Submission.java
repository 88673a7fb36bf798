package org.dffmpeg.client.internal;

import java.time.Duration;
import java.util.List;
import org.dffmpeg.client.api.ClientSettings;
import org.dffmpeg.client.api.JobRequest;
import org.dffmpeg.client.api.MappedCommand;
import org.dffmpeg.common.id.UlidFactory;
import org.dffmpeg.common.path.PathMap;
import org.dffmpeg.common.protocol.SubmitJob;
import org.dffmpeg.common.transport.TransportName;
import org.jspecify.annotations.Nullable;

/** From a request with local paths to what is sent. Thread-safe. */
final class Submission {
  private final ClientSettings settings;
  private final CommandMapper mapper;
  private final UlidFactory ids;

  Submission(ClientSettings settings, UlidFactory ids) {
    this.settings = settings;
    this.mapper = new CommandMapper(PathMap.of(settings.paths()));
    this.ids = ids;
  }

  MappedCommand map(JobRequest request) {
    return mapper.map(request);
  }

  /**
   * A new submission: repeating it is safe, making another of the same request is a second job
   * (C5).
   */
  SubmitJob of(JobRequest request, MappedCommand command) {
    return new SubmitJob(
        request.binary(),
        command.arguments(),
        command.variables(),
        command.workingDirectory().orElse(null),
        List.of(TransportName.HTTP_POLLING),
        request.monitored(),
        seconds(request.heartbeatInterval()),
        ids.jobId().value(),
        request.options());
  }

  private @Nullable Integer seconds(Duration asked) {
    Duration interval = asked.isZero() ? settings.heartbeatInterval() : asked;
    return interval.isZero() ? null : Math.toIntExact(Math.max(1, interval.toSeconds()));
  }
}
