package org.dffmpeg.systemtest.fleet;

import java.net.URI;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.dffmpeg.systemtest.wire.Credentials;
import org.dffmpeg.systemtest.wire.PythonJson;
import org.dffmpeg.systemtest.wire.Request;

/** Asks for detached jobs; an answer that got lost does not make two of one. Thread-safe. */
public final class Submitter implements AutoCloseable {
  private final AnyCoordinator coordinators;
  private final AtomicInteger count = new AtomicInteger();

  /** Begins with the coordinator of that number, counted round. */
  public Submitter(List<URI> urls, Credentials identity, int preferred) {
    this.coordinators = new AnyCoordinator(urls, identity, preferred);
  }

  /** The id of a new job. */
  public String submit() {
    int number = count.incrementAndGet();
    String body =
        """
        {"binary_name":"ffmpeg","arguments":["%d"],"paths":[],\
        "supported_transports":["http_polling"],"idempotency_key":"%s-%d"}"""
            .formatted(number, coordinators.identity(), number);
    return PythonJson.parse(coordinators.send(Request.post("/jobs/submit", body)).expectOk().text())
        .asJsonObject()
        .getString("job_id");
  }

  @Override
  public void close() {
    coordinators.close();
  }
}
