package org.dffmpeg.coordinator.persistence;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.dffmpeg.common.id.ClientId;
import org.dffmpeg.common.id.JobId;
import org.dffmpeg.coordinator.core.job.Job;
import org.dffmpeg.coordinator.core.job.JobStore;

/**
 * Lists of jobs in the table {@code jobs}: first which they are, by an index alone, then how long
 * their texts are, and only those that fit into an answer are read. Thread-safe.
 */
final class ListQueries {
  /** Greater than any ULID. */
  private static final String LAST = "8";

  private final CurrentUnit unit;

  ListQueries(CurrentUnit unit) {
    this.unit = unit;
  }

  /** Index jobs_by_requester, once for each half. */
  List<Job> ofRequester(
      ClientId requester, Instant endedSince, Optional<JobId> olderThan, int limit) {
    String of = "j.spec.requesterId = :requester and ";
    return newest(
        Stream.of(active(of), ended(of, endedSince))
            .map(query -> query.with("requester", requester.value())),
        olderThan.map(JobId::value).orElse(LAST),
        limit);
  }

  /** Index jobs_by_end, once for each half. */
  List<Job> recent(Instant endedSince, int limit) {
    return newest(Stream.of(active(""), ended("", endedSince)), LAST, limit);
  }

  private Selection<String> active(String of) {
    return unit.select(
            "select j.jobId from JobRow j where "
                + of
                + "j.endedAt = :never and j.jobId < :cursor order by j.endedAt desc, j.jobId desc",
            String.class)
        .with("never", JobRow.NOT_ENDED);
  }

  private Selection<String> ended(String of, Instant since) {
    return unit.select(
            "select j.jobId from JobRow j where "
                + of
                + "j.endedAt > :since and j.endedAt < :never and j.jobId < :cursor"
                + " order by j.jobId desc",
            String.class)
        .with("since", since)
        .with("never", JobRow.NOT_ENDED);
  }

  private List<Job> newest(Stream<Selection<String>> halves, String cursor, int limit) {
    List<String> ids =
        halves
            .flatMap(query -> query.with("cursor", cursor).atMost(limit).rows().stream())
            .sorted(Comparator.reverseOrder())
            .limit(limit)
            .toList();
    return ids.isEmpty() ? List.of() : jobs(fitting(ids));
  }

  private List<String> fitting(List<String> ids) {
    List<String> taken = new ArrayList<>();
    long bytes = 0;
    for (Object[] row : sizes(ids)) {
      bytes += ((Number) row[1]).longValue() + ((Number) row[2]).longValue();
      if (bytes > JobStore.MOST_BYTES && !taken.isEmpty()) {
        break;
      }
      taken.add((String) row[0]);
    }
    return taken;
  }

  private List<Object[]> sizes(List<String> ids) {
    return unit.select(
            "select j.jobId, function('octet_length', j.spec.arguments),"
                + " function('octet_length', j.spec.paths)"
                + " from JobRow j where j.jobId in :ids order by j.jobId desc",
            Object[].class)
        .with("ids", ids)
        .rows();
  }

  private List<Job> jobs(List<String> ids) {
    return unit.select(
            "select j from JobRow j where j.jobId in :ids order by j.jobId desc", JobRow.class)
        .with("ids", ids)
        .list(JobRows::toJob);
  }
}
