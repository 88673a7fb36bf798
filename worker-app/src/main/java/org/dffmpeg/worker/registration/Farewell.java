package org.dffmpeg.worker.registration;

import java.io.IOException;
import org.dffmpeg.client.link.Answer;
import org.dffmpeg.client.link.SignedHttp;
import org.dffmpeg.client.link.SignedRequest;
import org.dffmpeg.common.id.WorkerId;
import org.dffmpeg.common.protocol.DeregisterWorker;

/** Tells the coordinator that this worker is no more (PROTOCOL 11). */
public record Farewell(SignedHttp http, WorkerId self) {
  private static final System.Logger LOG = System.getLogger(Farewell.class.getName());

  /** Says it once, and waits for the answer. */
  public void say() {
    try {
      Answer answer =
          http.send(SignedRequest.post("/worker/deregister", new DeregisterWorker(self)));
      if (!answer.isOk()) {
        LOG.log(System.Logger.Level.WARNING, () -> "not deregistered: " + answer.explanation());
      }
    } catch (IOException e) {
      LOG.log(System.Logger.Level.WARNING, () -> "not deregistered: " + e);
    }
  }
}
