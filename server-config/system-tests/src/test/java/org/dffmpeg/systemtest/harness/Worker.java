package org.dffmpeg.systemtest.harness;

import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.dffmpeg.systemtest.wire.Credentials;
import org.dffmpeg.systemtest.wire.RawHttp;
import org.dffmpeg.systemtest.wire.Reply;

/** A worker of the distribution as a process. */
public final class Worker {
  private static final Duration START = Duration.ofSeconds(60);

  private final Lab lab;
  private final List<URI> coordinators;
  private final Credentials identity;
  private final Path settings;
  private ChildProcess process;

  private Worker(Lab lab, List<URI> coordinators, Credentials identity, Path settings) {
    this.lab = lab;
    this.coordinators = coordinators;
    this.identity = identity;
    this.settings = settings;
    this.process = launch();
  }

  /** Starts one and returns when the coordinator calls it online. */
  static Worker start(Lab lab, List<URI> coordinators, Credentials identity, WorkerSetup setup) {
    Path settings =
        lab.workspace().file(identity + "/worker.yaml", setup.yaml(coordinators, identity));
    Worker worker = new Worker(lab, coordinators, identity, settings);
    worker.awaitOnline();
    return worker;
  }

  private ChildProcess launch() {
    return lab.start(
        identity.clientId(),
        Command.of(
            Distribution.launcher("dffmpeg-worker"),
            lab.workspace().root(),
            "--config",
            settings.toString()));
  }

  /** Waits until the coordinator would give it work. */
  public void awaitOnline() {
    await().atMost(START).until(() -> status().equals("online"));
  }

  /** As the first of its coordinators sees it; empty while unknown. */
  public String status() {
    try (RawHttp http = new RawHttp(coordinators.get(0), identity)) {
      Reply reply = http.get("/workers/" + identity);
      return reply.status() == 200 ? reply.object().getString("status") : "";
    }
  }

  public ChildProcess process() {
    return process;
  }

  public Credentials identity() {
    return identity;
  }

  /** kill -9 of the worker alone: what becomes of its children is its own affair. */
  public void kill() {
    process.signal("KILL");
    int code = process.await(Duration.ofSeconds(10));
    if (code != 137) {
      throw new AssertionError("ended with " + code + " before it was killed: " + process.said());
    }
  }

  public void restart() {
    process = launch();
    awaitOnline();
  }
}
