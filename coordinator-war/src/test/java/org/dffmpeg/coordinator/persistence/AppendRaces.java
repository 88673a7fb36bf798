package org.dffmpeg.coordinator.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dffmpeg.coordinator.stores.TestCoordinator.done;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.dffmpeg.common.id.JobId;
import org.dffmpeg.common.id.WorkerId;
import org.dffmpeg.common.protocol.AppendLogs;
import org.dffmpeg.common.protocol.DownlinkMessage;
import org.dffmpeg.common.protocol.LogEntry;
import org.dffmpeg.common.protocol.LogStream;
import org.dffmpeg.common.protocol.Payload;
import org.dffmpeg.common.testing.MutableClock;
import org.dffmpeg.coordinator.stores.TestCoordinator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Many appends to one job at once, on one database; a subclass names it. */
abstract class AppendRaces {
  private static final int WRITERS = 16;
  private static final int APPENDS = 50;

  abstract Database database();

  @Test
  @Timeout(value = 3, unit = TimeUnit.MINUTES)
  void all_of_many_appends_at_once_are_stored_each_once_and_in_order() throws Exception {
    TestCoordinator core = new TestCoordinator(new DatabaseStores(database()), new MutableClock());
    WorkerId worker = core.online("w1", 1);
    JobId job = core.running(worker);

    inParallel(writer -> () -> append(core, worker, job, writer));

    List<DownlinkMessage> messages = core.heard(job).stream().filter(AppendRaces::isLogs).toList();
    assertThat(messages).extracting(message -> message.messageId().value()).isSorted();
    assertThat(messages).extracting(DownlinkMessage::messageId).doesNotHaveDuplicates();
    assertThat(messages.stream().flatMap(AppendRaces::lines)).containsExactlyInAnyOrder(expected());
  }

  private static String append(TestCoordinator core, WorkerId worker, JobId job, int writer) {
    for (int number = 0; number < APPENDS; number++) {
      LogEntry line = new LogEntry(null, LogStream.STDERR, line(writer, number), null);
      done(core.appendLogs.run(worker, job, new AppendLogs(List.of(line), null)));
    }
    return "writer " + writer + " is done";
  }

  /** Ends when every writer has; the first failure of one is thrown. */
  private static void inParallel(IntFunction<Callable<String>> writer) throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(WRITERS);
    try {
      List<Callable<String>> writers = new ArrayList<>();
      IntStream.range(0, WRITERS).mapToObj(writer).forEach(writers::add);
      for (Future<String> done : threads.invokeAll(writers)) {
        assertThat(done.get()).endsWith("is done");
      }
    } finally {
      threads.shutdownNow();
    }
  }

  private static boolean isLogs(DownlinkMessage message) {
    return message.payload() instanceof Payload.JobLogs;
  }

  private static Stream<String> lines(DownlinkMessage message) {
    return ((Payload.JobLogs) message.payload()).logs().stream().map(LogEntry::content);
  }

  private static String[] expected() {
    return IntStream.range(0, WRITERS * APPENDS)
        .mapToObj(all -> line(all / APPENDS, all % APPENDS))
        .toArray(String[]::new);
  }

  private static String line(int writer, int number) {
    return "line " + number + " of writer " + writer;
  }
}
