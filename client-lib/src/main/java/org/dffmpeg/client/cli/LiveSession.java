package org.dffmpeg.client.cli;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.dffmpeg.client.api.ClientSettings;
import org.dffmpeg.client.api.JobClient;
import org.dffmpeg.client.cli.config.Surroundings;
import org.dffmpeg.client.cli.output.Output;
import org.dffmpeg.client.cli.run.AdminApi;
import org.dffmpeg.client.cli.run.AdminIdentity;
import org.dffmpeg.client.cli.run.AdminTarget;
import org.dffmpeg.client.cli.run.Session;
import org.dffmpeg.client.cli.run.SignedAdminApi;
import org.dffmpeg.client.internal.ClientWiring;
import org.jspecify.annotations.Nullable;

/** The session of a real process. Confined to one thread. */
final class LiveSession implements Session {
  private final Output output;
  private final Surroundings here;
  private final Supplier<ClientSettings> source;
  private @Nullable ClientSettings settings;
  private @Nullable JobClient client;

  private LiveSession(Output output, Surroundings here, Supplier<ClientSettings> source) {
    this.output = output;
    this.here = here;
    this.source = source;
  }

  static LiveSession ofClient(Output output, Surroundings here, Optional<Path> config) {
    return new LiveSession(output, here, () -> ClientSettings.load(config));
  }

  static LiveSession ofAdmin(Output output, Surroundings here, AdminTarget target) {
    return new LiveSession(output, here, new AdminIdentity(target, here)::settings);
  }

  @Override
  public Output output() {
    return output;
  }

  @Override
  public Path workingDirectory() {
    return here.workingDirectory();
  }

  @Override
  public Clock clock() {
    return Clock.system(ZoneId.systemDefault());
  }

  @Override
  public ClientSettings settings() {
    if (settings == null) {
      settings = source.get();
    }
    return settings;
  }

  @Override
  public JobClient client() {
    if (client == null) {
      client = JobClient.connect(settings());
    }
    return client;
  }

  @Override
  public AdminApi admin() {
    return new SignedAdminApi(ClientWiring.calls(settings()));
  }

  @Override
  public boolean pause(Duration duration) {
    try {
      return !new CountDownLatch(1).await(duration.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  @Override
  public void close() {
    if (client != null) {
      client.close();
    }
  }
}
