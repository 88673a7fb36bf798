package org.dffmpeg.systemtest.harness;

import static org.awaitility.Awaitility.await;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Stream;
import org.dffmpeg.systemtest.wire.Credentials;
import org.dffmpeg.systemtest.wire.RawHttp;
import org.dffmpeg.systemtest.wire.Reply;
import org.dffmpeg.systemtest.wire.Request;

/** A coordinator of the distribution as a process, on a free port with its own data directory. */
public final class Coordinator {
  /** Generous: the machine may be building something else meanwhile. */
  public static final Duration START = Duration.ofSeconds(90);

  private final Lab lab;
  private final Path home;
  private final Path dataDirectory;
  private final Path settings;
  private final URI url;
  private final String databaseSettings;
  private final Duration ahead;
  private ChildProcess process;

  private Coordinator(
      Lab lab,
      Path home,
      Path dataDirectory,
      Path settings,
      URI url,
      String databaseSettings,
      Duration ahead) {
    this.lab = lab;
    this.home = home;
    this.dataDirectory = dataDirectory;
    this.settings = settings;
    this.url = url;
    this.databaseSettings = databaseSettings;
    this.ahead = ahead;
    this.process = launch();
  }

  /** Starts one and returns when it answers. */
  static Coordinator start(
      Lab lab, Path home, Path dataDirectory, Database database, String moreYaml) {
    return start(lab, home, dataDirectory, database.settings(), moreYaml, Duration.ZERO);
  }

  /** Starts one that shares the database and the keys of another, and returns when it answers. */
  static Coordinator startBeside(
      Lab lab, Path home, Coordinator first, Duration ahead, String moreYaml) {
    Path keys = first.dataDirectory.resolve("keys.yaml");
    String yaml = "encryption_keys_file: '" + keys + "'\n" + moreYaml;
    return start(lab, home, home.resolve("data"), first.databaseSettings, yaml, ahead);
  }

  private static Coordinator start(
      Lab lab,
      Path home,
      Path dataDirectory,
      String databaseSettings,
      String moreYaml,
      Duration ahead) {
    int port = Ports.free();
    Path settings =
        lab.workspace()
            .file(
                home.getFileName() + "/coordinator.yaml",
                "host: 127.0.0.1\nport: %d\ndata_dir: '%s'\n%s%s"
                    .formatted(port, dataDirectory, databaseSettings, moreYaml));
    String scheme = moreYaml.contains("tls:") ? "https" : "http";
    URI url = URI.create(scheme + "://127.0.0.1:" + port);
    Coordinator coordinator =
        new Coordinator(lab, home, dataDirectory, settings, url, databaseSettings, ahead);
    coordinator.awaitUp();
    return coordinator;
  }

  private ChildProcess launch() {
    Command command =
        Command.of(
                Distribution.launcher("dffmpeg-coordinator"), home, "--config", settings.toString())
            .with("DFFMPEG_JAVA_OPTS", lab.javaOptions());
    return lab.start(
        home.getFileName().toString(), ahead.isZero() ? command : command.ahead(ahead));
  }

  private void awaitUp() {
    process.awaitText(url.toString(), START);
    await().atMost(START).until(() -> health().status() == 200);
  }

  public URI url() {
    return url;
  }

  public ChildProcess process() {
    return process;
  }

  public Path dataDirectory() {
    return dataDirectory;
  }

  public Path settings() {
    return settings;
  }

  /** The JVM behind the launcher. */
  public ProcessHandle jvm() {
    return process
        .tree()
        .filter(handle -> handle.info().command().orElse("").endsWith("/java"))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no JVM: " + process.said()));
  }

  /** kill -9 of launcher and JVM, as if the power went. */
  public void kill() {
    process.killTree();
  }

  /** Starts it again on the same port and data. */
  public void restart() {
    if (process.isAlive()) {
      kill();
    }
    process = launch();
    awaitUp();
  }

  /** Answer of {@code /health}; status 0 when nobody answers. */
  public Reply health() {
    try (RawHttp http = as(new Credentials("nobody", "AAAA"))) {
      return http.sendUnsigned(Request.get("/health"));
    } catch (UncheckedIOException e) {
      return new Reply(0, Map.of(), "");
    }
  }

  public RawHttp as(Credentials identity) {
    return new RawHttp(url(), identity);
  }

  /** The first identity, from its file in the data directory. */
  public Credentials admin() {
    try {
      String key = Files.readString(dataDirectory().resolve("localadmin.key")).strip();
      return new Credentials("localadmin", key);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A new identity, made through the signed API. */
  public Credentials identity(String name, String... roles) {
    JsonArrayBuilder wanted = Json.createArrayBuilder();
    Stream.of(roles).forEach(wanted::add);
    try (RawHttp admin = as(admin())) {
      Reply added =
          admin.post(
              "/admin/users",
              Json.createObjectBuilder()
                  .add("client_id", name)
                  .add("roles", wanted)
                  .add("allowed_cidrs", Json.createArrayBuilder())
                  .build());
      if (added.status() / 100 != 2) {
        throw new AssertionError("could not add " + name + ": " + added);
      }
      return new Credentials(name, added.object().getString("hmac_key"));
    }
  }
}
