package org.dffmpeg.systemtest.benchmark;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * The least that a queue in a database costs: each job is one row that is inserted, claimed and
 * marked as done, each in a transaction of its own, over JDBC and by many connections at once.
 */
record RawJobs(String url, int connections) {
  private static final String TABLE =
      """
      create table raw_jobs (
        id bigint generated always as identity primary key,
        state smallint not null default 0,
        arguments text not null);
      create index raw_jobs_pending on raw_jobs (id) where state = 0;
      """;
  private static final String ENQUEUE =
      "insert into raw_jobs (arguments) values ('[\"-i\",\"x\"]')";
  private static final String CLAIM =
      """
      update raw_jobs set state = 1 where id =
        (select id from raw_jobs where state = 0 order by id limit 1 for update skip locked)
      returning id
      """;
  private static final String COMPLETE = "update raw_jobs set state = 2 where id = ?";

  /** Jobs per second, after as long a time to warm up. */
  double rate(Duration time) throws SQLException, InterruptedException, ExecutionException {
    try (Connection connection = connect();
        Statement statement = connection.createStatement()) {
      statement.execute(TABLE);
    }
    run(time);
    return run(time) * 1e9 / time.toNanos();
  }

  private long run(Duration time) throws InterruptedException, ExecutionException {
    ExecutorService threads = Executors.newFixedThreadPool(connections);
    try {
      long end = System.nanoTime() + time.toNanos();
      List<Future<Long>> counts = new ArrayList<>();
      for (int i = 0; i < connections; i++) {
        counts.add(threads.submit(() -> runUntil(end)));
      }
      long sum = 0;
      for (Future<Long> count : counts) {
        sum += count.get();
      }
      return sum;
    } finally {
      threads.shutdownNow();
    }
  }

  private long runUntil(long end) throws SQLException {
    try (Connection connection = connect();
        PreparedStatement enqueue = connection.prepareStatement(ENQUEUE);
        PreparedStatement claim = connection.prepareStatement(CLAIM);
        PreparedStatement complete = connection.prepareStatement(COMPLETE)) {
      long count = 0;
      while (System.nanoTime() < end) {
        enqueue.executeUpdate();
        OptionalLong job = claim(claim);
        if (job.isPresent()) {
          complete.setLong(1, job.getAsLong());
          complete.executeUpdate();
          count++;
        }
      }
      return count;
    }
  }

  /** Empty if another connection took the one that was found; then one more waits for the next. */
  private static OptionalLong claim(PreparedStatement claim) throws SQLException {
    try (ResultSet claimed = claim.executeQuery()) {
      return claimed.next() ? OptionalLong.of(claimed.getLong(1)) : OptionalLong.empty();
    }
  }

  private Connection connect() throws SQLException {
    return DriverManager.getConnection(url, "postgres", "postgres");
  }
}
