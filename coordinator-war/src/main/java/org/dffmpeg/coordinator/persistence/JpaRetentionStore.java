package org.dffmpeg.coordinator.persistence;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.dffmpeg.common.id.JobId;
import org.dffmpeg.common.id.WorkerId;
import org.dffmpeg.coordinator.core.delivery.Channel;
import org.dffmpeg.coordinator.core.retention.Aged;
import org.dffmpeg.coordinator.core.retention.RetentionStore;
import org.dffmpeg.coordinator.core.retention.Sweep;

/**
 * Deletion from {@code jobs}, {@code messages} and {@code workers}; how far it came is in {@code
 * retention_marks}. Each query names the index that it relies on. Thread-safe.
 */
final class JpaRetentionStore implements RetentionStore {
  private final CurrentUnit unit;

  JpaRetentionStore(CurrentUnit unit) {
    this.unit = unit;
  }

  /** Index jobs_by_end. */
  @Override
  public List<Aged> endedJobs(Aged cursor, Instant before, int limit) {
    return page(
        "select j.endedAt, j.jobId from JobRow j"
            + " where j.endedAt >= :since and j.endedAt < :before"
            + " and (j.endedAt > :since or j.jobId > :id)"
            + " order by j.endedAt, j.jobId",
        cursor,
        before,
        limit);
  }

  /** Index workers_by_last_seen: few are offline for long. */
  @Override
  public List<Aged> offlineWorkers(Aged cursor, Instant before, int limit) {
    return page(
        "select w.lastSeen, w.workerId from WorkerRow w"
            + " where w.lastSeen >= :since and w.lastSeen < :before and w.state = 'offline'"
            + " and (w.lastSeen > :since or w.workerId > :id)"
            + " order by w.lastSeen, w.workerId",
        cursor,
        before,
        limit);
  }

  private List<Aged> page(String jpql, Aged cursor, Instant before, int limit) {
    return unit.select(jpql, Object[].class)
        .with("since", cursor.since())
        .with("id", cursor.id())
        .with("before", before)
        .atMost(limit)
        .list(row -> new Aged((Instant) row[0], (String) row[1]));
  }

  /** Index jobs_by_end, and nothing but the index: once in a run it counts that many entries. */
  @Override
  public Optional<Instant> oldestOfNewest(int count) {
    return unit.select(
            "select j.endedAt from JobRow j where j.endedAt < :never order by j.endedAt desc",
            Instant.class)
        .with("never", JobRow.NOT_ENDED)
        .after(count - 1)
        .atMost(1)
        .first(end -> end);
  }

  /** The primary key of messages. */
  @Override
  public int deleteLogs(JobId job, int most) {
    return deleteMessages(job, most, " and m.messageType = 'job_logs'");
  }

  /** The primary key of messages. */
  @Override
  public int deleteNews(JobId job, int most) {
    return deleteMessages(job, most, " and m.messageType <> 'job_logs'");
  }

  /** The primary key of messages. */
  @Override
  public int deleteMessages(JobId job, int most) {
    return deleteMessages(job, most, "");
  }

  /** No database of ours but in its own words deletes a number of rows. */
  private int deleteMessages(JobId job, int most, String condition) {
    String those = " from MessageRow m where m.channel = :channel" + condition;
    String channel = Channel.of(job).text();
    Optional<String> last =
        unit.select("select m.messageId" + those + " order by m.channel, m.messageId", String.class)
            .with("channel", channel)
            .after(most - 1)
            .atMost(1)
            .first(id -> id);
    return last.map(
            id -> unit.change("delete" + those + " and m.messageId <= :last").with("last", id))
        .orElseGet(() -> unit.change("delete" + those))
        .with("channel", channel)
        .count();
  }

  /** The jobs first: who still writes to one holds its row, and then finds it gone. */
  @Override
  public void deleteEnded(List<JobId> jobs) {
    unit.change("delete from JobRow j where j.jobId in :jobs and j.endedAt < :never")
        .with("jobs", jobs.stream().map(JobId::value).toList())
        .with("never", JobRow.NOT_ENDED)
        .run();
    unit.change("delete from MessageRow m where m.channel in :channels")
        .with("channels", jobs.stream().map(job -> Channel.of(job).text()).toList())
        .run();
  }

  /** The primary keys of workers and messages, and index jobs_by_worker. */
  @Override
  public void deleteOffline(WorkerId worker, Instant before) {
    boolean deleted =
        !holdsJobs(worker)
            && unit.change(
                    "delete from WorkerRow w where w.workerId = :id"
                        + " and w.state = 'offline' and w.lastSeen <= :before")
                .with("id", worker.value())
                .with("before", before)
                .hit();
    if (deleted) {
      unit.change("delete from MessageRow m where m.channel = :channel")
          .with("channel", Channel.of(worker).text())
          .run();
    }
  }

  /** A question of its own: as a condition of the deletion it would be asked for every worker. */
  private boolean holdsJobs(WorkerId worker) {
    return !unit.select(
            "select j.jobId from JobRow j"
                + " where j.workerId = :id and j.state in ('assigned', 'running', 'canceling')",
            String.class)
        .with("id", worker.value())
        .atMost(1)
        .rows()
        .isEmpty();
  }

  @Override
  public Aged mark(Sweep sweep) {
    return find(sweep).orElse(Aged.FIRST);
  }

  @Override
  public void moveMark(Sweep sweep, Aged through) {
    boolean moved =
        unit.change(
                "update MarkRow m set m.endedAt = :at, m.jobId = :id where m.sweep = :sweep"
                    + " and (m.endedAt < :at or (m.endedAt = :at and m.jobId < :id))")
            .with("at", through.since())
            .with("id", through.id())
            .with("sweep", sweep.wireName())
            .hit();
    if (!moved && find(sweep).isEmpty()) {
      unit.insert(MarkRow.of(sweep, through));
    }
  }

  private Optional<Aged> find(Sweep sweep) {
    return unit.select("select m from MarkRow m where m.sweep = :sweep", MarkRow.class)
        .with("sweep", sweep.wireName())
        .first(MarkRow::toAged);
  }
}
