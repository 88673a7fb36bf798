package org.dffmpeg.client.cli;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dffmpeg.client.cli.run.AdminApi;
import org.dffmpeg.common.fleet.WorkerHold;
import org.dffmpeg.common.id.ClientId;
import org.dffmpeg.common.id.WorkerId;
import org.dffmpeg.common.job.JobState;
import org.dffmpeg.common.protocol.AddUser;
import org.dffmpeg.common.protocol.CommandAnswer;
import org.dffmpeg.common.protocol.JobView;
import org.dffmpeg.common.protocol.ReEncrypt;
import org.dffmpeg.common.protocol.ReEncrypted;
import org.dffmpeg.common.protocol.RetentionRun;
import org.dffmpeg.common.protocol.StatusView;
import org.dffmpeg.common.protocol.UserView;
import org.dffmpeg.common.protocol.WorkerView;
import org.dffmpeg.common.testing.MutableClock;

/** Administrators' routes without a coordinator: remembers what it was asked. */
public final class FakeAdminApi implements AdminApi {
  public static final String KEY = "a2V5a2V5a2V5a2V5a2V5a2V5a2V5a2V5a2V5a2V5a2V=";
  public final List<Object> calls = new ArrayList<>();

  @Override
  public List<UserView> users() {
    calls.add("users");
    return List.of(Samples.user("encoder1", null), Samples.user("encoder2", null));
  }

  @Override
  public UserView user(ClientId id) {
    calls.add("user " + id);
    return Samples.user(id.value(), null);
  }

  @Override
  public UserView userWithKey(ClientId id) {
    calls.add("key of " + id);
    return Samples.user(id.value(), KEY);
  }

  @Override
  public UserView addUser(AddUser user) {
    calls.add(user);
    return Samples.user(user.clientId().value(), KEY);
  }

  @Override
  public void deleteUser(ClientId id) {
    calls.add("delete " + id);
  }

  @Override
  public UserView rotateKey(ClientId id) {
    calls.add("rotate " + id);
    return Samples.user(id.value(), KEY);
  }

  @Override
  public UserView setScope(ClientId id, List<String> cidrs) {
    calls.add("scope " + id + " " + cidrs);
    return Samples.user(id.value(), null);
  }

  @Override
  public List<JobView> jobs(Duration window) {
    calls.add("jobs " + window);
    return List.of(Samples.job(JobState.FAILED, 1));
  }

  @Override
  public StatusView status(Duration window) {
    calls.add("status " + window);
    return new StatusView(
        List.of(Samples.worker()),
        Map.of("encoder1", 1),
        List.of(Samples.job(JobState.RUNNING, null)),
        true,
        List.of(Samples.coordinator()));
  }

  @Override
  public void janitor(String action) {
    calls.add("janitor " + action);
  }

  @Override
  public CommandAnswer pauseQueue() {
    calls.add("pause queue");
    return CommandAnswer.OK;
  }

  @Override
  public CommandAnswer resumeQueue() {
    calls.add("resume queue");
    return CommandAnswer.OK;
  }

  @Override
  public WorkerView hold(WorkerId worker, Optional<WorkerHold> hold) {
    calls.add("hold " + worker + " " + hold.map(WorkerHold::wireName).orElse("no more"));
    return Samples.worker();
  }

  @Override
  public WorkerView lost(WorkerId worker) {
    calls.add("lost " + worker);
    return Samples.worker();
  }

  @Override
  public RetentionRun startRetention() {
    calls.add("start retention");
    return new RetentionRun(8, "running", null, null, 0, 0, 0, 0);
  }

  @Override
  public List<RetentionRun> retentionRuns() {
    calls.add("retention");
    return List.of(
        new RetentionRun(7, "completed", MutableClock.START, MutableClock.START, 30, 31, 2, 1));
  }

  @Override
  public ReEncrypted reEncrypt(ReEncrypt request) {
    calls.add(request);
    return new ReEncrypted(3);
  }
}
