package org.dffmpeg.client.cli.run;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.dffmpeg.common.fleet.WorkerHold;
import org.dffmpeg.common.id.ClientId;
import org.dffmpeg.common.id.WorkerId;
import org.dffmpeg.common.protocol.AddUser;
import org.dffmpeg.common.protocol.CommandAnswer;
import org.dffmpeg.common.protocol.JobView;
import org.dffmpeg.common.protocol.ReEncrypt;
import org.dffmpeg.common.protocol.ReEncrypted;
import org.dffmpeg.common.protocol.RetentionRun;
import org.dffmpeg.common.protocol.StatusView;
import org.dffmpeg.common.protocol.UserView;
import org.dffmpeg.common.protocol.WorkerView;

/**
 * The routes below {@code /admin}, which only an identity of the role admin may call. Every call
 * blocks and throws a {@link org.dffmpeg.client.api.ClientException} or {@link CommandFailed} if it
 * is not done.
 */
public interface AdminApi {
  /** All identities, without keys. */
  List<UserView> users();

  /** One identity, without its key. */
  UserView user(ClientId id);

  /** One identity with its key. */
  UserView userWithKey(ClientId id);

  /** Makes an identity; the answer holds its key. */
  UserView addUser(AddUser user);

  /** Removes an identity; its requests are refused from now on. */
  void deleteUser(ClientId id);

  /** Gives an identity a new key, which the answer holds; the old one is void at once. */
  UserView rotateKey(ClientId id);

  /** Sets from which networks an identity may call. */
  UserView setScope(ClientId id, List<String> cidrs);

  /** Everybody's jobs that are active or ended within the window. */
  List<JobView> jobs(Duration window);

  /** Workers, their load, and jobs. */
  StatusView status(Duration window);

  /** Starts a sweep, which goes on after the answer. */
  void janitor(String action);

  /** Stops the assignment of jobs. */
  CommandAnswer pauseQueue();

  /** Lets jobs be assigned again. */
  CommandAnswer resumeQueue();

  /** Keeps new jobs from a worker; empty lets it have some again. */
  WorkerView hold(WorkerId worker, Optional<WorkerHold> hold);

  /** Gives up what a worker holds: its machine is gone. */
  WorkerView lost(WorkerId worker);

  /** Starts the deletion of what is over, which goes on after the answer. */
  RetentionRun startRetention();

  /** The latest runs of that deletion on this coordinator, newest first. */
  List<RetentionRun> retentionRuns();

  /** Encrypts stored keys anew. */
  ReEncrypted reEncrypt(ReEncrypt request);
}
