package org.dffmpeg.client.cli.run;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.dffmpeg.client.internal.CoordinatorCalls;
import org.dffmpeg.client.link.SignedRequest;
import org.dffmpeg.common.fleet.WorkerHold;
import org.dffmpeg.common.id.ClientId;
import org.dffmpeg.common.id.WorkerId;
import org.dffmpeg.common.protocol.AddUser;
import org.dffmpeg.common.protocol.CommandAnswer;
import org.dffmpeg.common.protocol.JanitorRequest;
import org.dffmpeg.common.protocol.JobView;
import org.dffmpeg.common.protocol.ReEncrypt;
import org.dffmpeg.common.protocol.ReEncrypted;
import org.dffmpeg.common.protocol.RetentionRun;
import org.dffmpeg.common.protocol.SetScope;
import org.dffmpeg.common.protocol.StatusView;
import org.dffmpeg.common.protocol.UserView;
import org.dffmpeg.common.protocol.WorkerView;

/**
 * The administrators' routes over signed HTTP. What would do harm or mislead if it were done twice
 * (a key made, a user deleted) is sent at most once. As thread-safe as its calls.
 */
public final class SignedAdminApi implements AdminApi {
  private static final String RETENTION = "/admin/retention";

  private final CoordinatorCalls calls;

  /** Asks through these calls, under their identity. */
  public SignedAdminApi(CoordinatorCalls calls) {
    this.calls = calls;
  }

  @Override
  public List<UserView> users() {
    return calls.askList("list identities", SignedRequest.get("/admin/users"), UserView.class);
  }

  @Override
  public UserView user(ClientId id) {
    return calls.ask("show " + id, SignedRequest.get(userRoute(id)), UserView.class);
  }

  @Override
  public UserView userWithKey(ClientId id) {
    return calls.ask(
        "show the key of " + id, SignedRequest.get(userRoute(id) + "/key"), UserView.class);
  }

  @Override
  public UserView addUser(AddUser user) {
    return calls.ask(
        "add " + user.clientId(),
        SignedRequest.post("/admin/users", user).sentAtMostOnce(),
        UserView.class);
  }

  @Override
  public void deleteUser(ClientId id) {
    calls.send("delete " + id, SignedRequest.of("DELETE", userRoute(id)).sentAtMostOnce());
  }

  @Override
  public UserView rotateKey(ClientId id) {
    return calls.ask(
        "rotate the key of " + id,
        SignedRequest.post(userRoute(id) + "/rotate-key").sentAtMostOnce(),
        UserView.class);
  }

  @Override
  public UserView setScope(ClientId id, List<String> cidrs) {
    return calls.ask(
        "set the scope of " + id,
        SignedRequest.of("PUT", userRoute(id) + "/scope").withBody(new SetScope(cidrs)),
        UserView.class);
  }

  @Override
  public List<JobView> jobs(Duration window) {
    return calls.askList("list jobs", within(window, "/admin/jobs"), JobView.class);
  }

  @Override
  public StatusView status(Duration window) {
    return calls.ask("show the status", within(window, "/admin/status"), StatusView.class);
  }

  @Override
  public void janitor(String action) {
    calls.send("start " + action, SignedRequest.post("/admin/janitor", new JanitorRequest(action)));
  }

  @Override
  public CommandAnswer pauseQueue() {
    return calls.ask(
        "pause the queue", SignedRequest.post("/admin/queue/pause"), CommandAnswer.class);
  }

  @Override
  public CommandAnswer resumeQueue() {
    return calls.ask(
        "resume the queue", SignedRequest.post("/admin/queue/resume"), CommandAnswer.class);
  }

  @Override
  public WorkerView hold(WorkerId worker, Optional<WorkerHold> hold) {
    String deed = hold.map(SignedAdminApi::deed).orElse("resume");
    return calls.ask(
        deed + " " + worker,
        SignedRequest.post("/admin/workers/" + worker + "/" + deed),
        WorkerView.class);
  }

  @Override
  public WorkerView lost(WorkerId worker) {
    return calls.ask(
        "give up " + worker,
        SignedRequest.post("/admin/workers/" + worker + "/lost"),
        WorkerView.class);
  }

  private static String deed(WorkerHold hold) {
    return switch (hold) {
      case PAUSED -> "pause";
      case DRAINING -> "drain";
    };
  }

  @Override
  public RetentionRun startRetention() {
    return calls.ask("start retention", SignedRequest.post(RETENTION), RetentionRun.class);
  }

  @Override
  public List<RetentionRun> retentionRuns() {
    return calls.askList("show retention", SignedRequest.get(RETENTION), RetentionRun.class);
  }

  @Override
  public ReEncrypted reEncrypt(ReEncrypt request) {
    return calls.ask(
        "re-encrypt",
        SignedRequest.post("/admin/security/re-encrypt", request).sentAtMostOnce(),
        ReEncrypted.class);
  }

  private static String userRoute(ClientId id) {
    return "/admin/users/" + id;
  }

  private static SignedRequest within(Duration window, String route) {
    return SignedRequest.get(route).withQuery("window=" + window.toSeconds());
  }
}
