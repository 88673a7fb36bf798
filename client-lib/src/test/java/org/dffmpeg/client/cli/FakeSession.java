package org.dffmpeg.client.cli;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.dffmpeg.client.api.ClientSettings;
import org.dffmpeg.client.api.JobClient;
import org.dffmpeg.client.cli.command.Root;
import org.dffmpeg.client.cli.output.Output;
import org.dffmpeg.client.cli.output.Terminal;
import org.dffmpeg.client.cli.run.AdminApi;
import org.dffmpeg.client.cli.run.Session;

/** A session in memory: what was printed can be read, what was waited for is recorded. */
public final class FakeSession implements Session {
  public static final Instant NOW = Instant.parse("2026-11-22T19:52:30Z");
  private static final String KEY = "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=";

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();
  private final FakeJobClient client = new FakeJobClient();
  private final FakeAdminApi admin = new FakeAdminApi();
  private final List<Duration> pauses = new ArrayList<>();
  private final Terminal terminal;
  private Output output;
  private ClientSettings settings =
      ClientSettings.of(URI.create("http://127.0.0.1:1"), "media1", KEY);

  public FakeSession(Terminal terminal) {
    this.terminal = terminal;
    this.output = output(false);
  }

  public FakeSession() {
    this(Terminal.NONE);
  }

  /** Runs the arguments as the program of this root would; the exit code. */
  public int run(Root root, String... arguments) {
    return new Program(root, printer(out), printer(err), terminal)
        .run(
            List.of(arguments),
            opened -> {
              output = opened;
              return this;
            });
  }

  public FakeSession with(ClientSettings other) {
    settings = other;
    return this;
  }

  public String out() {
    return out.toString(StandardCharsets.UTF_8);
  }

  public String err() {
    return err.toString(StandardCharsets.UTF_8);
  }

  public FakeJobClient fakeClient() {
    return client;
  }

  public FakeAdminApi fakeAdmin() {
    return admin;
  }

  public List<Duration> pauses() {
    return pauses;
  }

  @Override
  public Output output() {
    return output;
  }

  @Override
  public Path workingDirectory() {
    return Path.of("/home/u");
  }

  @Override
  public Clock clock() {
    return Clock.fixed(NOW, ZoneOffset.UTC);
  }

  @Override
  public ClientSettings settings() {
    return settings;
  }

  @Override
  public JobClient client() {
    return client;
  }

  @Override
  public AdminApi admin() {
    return admin;
  }

  @Override
  public boolean pause(Duration duration) {
    pauses.add(duration);
    return true;
  }

  @Override
  public void close() {}

  private Output output(boolean json) {
    return new Output(printer(out), printer(err), terminal, json);
  }

  private static PrintStream printer(ByteArrayOutputStream bytes) {
    return new PrintStream(bytes, true, StandardCharsets.UTF_8);
  }
}
