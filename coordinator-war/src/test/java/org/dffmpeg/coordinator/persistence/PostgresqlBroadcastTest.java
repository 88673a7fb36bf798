package org.dffmpeg.coordinator.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.dffmpeg.coordinator.core.cluster.Broadcast;
import org.dffmpeg.coordinator.core.tx.StoreUnavailable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What {@link Broadcast} promises, between two databases' worth of connections to one server. */
@Tag("slow")
class PostgresqlBroadcastTest {
  private static final PostgresqlServer SERVER = PostgresqlServer.start();
  private static final Duration IN_TIME = Duration.ofSeconds(20);
  private static final String LONGEST = "x".repeat(Broadcast.LONGEST);

  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final Broadcast here = new PostgresqlBroadcast(SERVER.settings());
  private final Broadcast there = new PostgresqlBroadcast(SERVER.settings());
  private final List<String> heard = new CopyOnWriteArrayList<>();
  private final AtomicInteger missed = new AtomicInteger();
  private Future<?> listening = threads.submit(this::listen);

  @BeforeEach
  void awaitListening() {
    await().atMost(IN_TIME).until(() -> missed.get() == 1);
  }

  @AfterEach
  void close() {
    here.close();
    there.close();
    threads.shutdownNow();
  }

  @AfterAll
  static void stop() {
    SERVER.close();
  }

  @Test
  void a_text_reaches_who_listens_from_elsewhere_and_from_itself() {
    there.send("of another");
    here.send("its own");

    await().atMost(IN_TIME).untilAsserted(() -> assertThat(heard).hasSize(2));
    assertThat(heard).containsExactly("of another", "its own");
  }

  @Test
  void the_longest_text_arrives_whole() {
    there.send(LONGEST);

    await().atMost(IN_TIME).untilAsserted(() -> assertThat(heard).containsExactly(LONGEST));
  }

  @Test
  void a_listener_whose_connection_was_killed_listens_again_and_knows_what_it_may_have_missed()
      throws SQLException {
    kill("dffmpeg listen");

    await().atMost(IN_TIME).until(() -> missed.get() == 2);
    there.send("after that");
    await().atMost(IN_TIME).untilAsserted(() -> assertThat(heard).containsExactly("after that"));
  }

  @Test
  void a_sender_whose_connection_was_killed_loses_at_most_one_text() throws SQLException {
    there.send("before");
    kill("dffmpeg notify");

    sendOrLose("lost perhaps");
    there.send("after");

    await().atMost(IN_TIME).untilAsserted(() -> assertThat(heard).contains("before", "after"));
  }

  @Test
  void closing_ends_listening_at_once() {
    here.close();

    await().atMost(IN_TIME).until(() -> listening.isDone());
  }

  private void listen() {
    here.listen(
        new Broadcast.Audience() {
          @Override
          public void heard(String text) {
            heard.add(text);
          }

          @Override
          public void mayHaveMissed() {
            missed.incrementAndGet();
          }
        });
  }

  private void sendOrLose(String text) {
    try {
      there.send(text);
    } catch (StoreUnavailable lost) {
      assertThat(lost).hasMessage("the other coordinators cannot be told");
    }
  }

  private static void kill(String name) throws SQLException {
    try (Connection connection = SERVER.connect();
        Statement statement = connection.createStatement();
        ResultSet killed =
            statement.executeQuery(
                "select pg_terminate_backend(pid) from pg_stat_activity where application_name = '"
                    + name
                    + "'")) {
      assertThat(killed.next()).isTrue();
    }
  }
}
