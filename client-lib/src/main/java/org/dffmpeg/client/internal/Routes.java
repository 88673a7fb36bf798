package org.dffmpeg.client.internal;

import java.time.Duration;
import java.util.Optional;
import org.dffmpeg.client.link.Cursor;
import org.dffmpeg.client.link.SignedRequest;
import org.dffmpeg.common.id.JobId;
import org.dffmpeg.common.id.MessageId;
import org.dffmpeg.common.id.WorkerId;
import org.dffmpeg.common.protocol.SetPriority;
import org.dffmpeg.common.protocol.SubmitJob;

/** The requests of a client (PROTOCOL 5.2). */
final class Routes {
  private Routes() {}

  static SignedRequest submit(SubmitJob job) {
    return SignedRequest.post("/jobs/submit", job);
  }

  static SignedRequest status(JobId job) {
    return SignedRequest.get("/jobs/" + job + "/status");
  }

  static SignedRequest jobs(Duration window) {
    return SignedRequest.get("/jobs").withQuery("window=" + window.toSeconds());
  }

  static SignedRequest cancel(JobId job) {
    return SignedRequest.post("/jobs/" + job + "/cancel");
  }

  static SignedRequest priority(JobId job, SetPriority wish) {
    return SignedRequest.post("/jobs/" + job + "/priority", wish);
  }

  static SignedRequest heartbeat(JobId job) {
    return SignedRequest.post("/jobs/" + job + "/client_heartbeat");
  }

  /** A heartbeat that also makes the job live by heartbeats from now on. */
  static SignedRequest monitor(JobId job) {
    return heartbeat(job).withQuery("monitor=true");
  }

  /**
   * Everything after the cursor. Without a limit: an old coordinator would then give the last so
   * many messages, and what is before them would be lost (PROTOCOL 5.4).
   */
  static SignedRequest logs(JobId job, Optional<MessageId> after) {
    return SignedRequest.get("/jobs/" + job + "/logs")
        .withQuery("since_message_id=" + after.orElse(Cursor.START));
  }

  static SignedRequest workers(Duration window) {
    return SignedRequest.get("/workers").withQuery("window=" + window.toSeconds());
  }

  static SignedRequest worker(WorkerId worker) {
    return SignedRequest.get("/workers/" + worker);
  }
}
