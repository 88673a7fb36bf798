package org.dffmpeg.coordinator.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.dffmpeg.coordinator.stores.Samples.ALICE;
import static org.dffmpeg.coordinator.stores.Samples.NOW;
import static org.dffmpeg.coordinator.stores.Samples.job;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.dffmpeg.common.id.UlidFactory;
import org.dffmpeg.common.protocol.DownlinkMessage;
import org.dffmpeg.common.protocol.Payload;
import org.dffmpeg.common.testing.RecordingSleeper;
import org.dffmpeg.common.testing.SequentialIds;
import org.dffmpeg.coordinator.core.cluster.BulletinBoard;
import org.dffmpeg.coordinator.core.cluster.BulletinReader;
import org.dffmpeg.coordinator.core.cluster.Company;
import org.dffmpeg.coordinator.core.cluster.Coordinator;
import org.dffmpeg.coordinator.core.cluster.LocalWakeups;
import org.dffmpeg.coordinator.core.cluster.ShowPresence;
import org.dffmpeg.coordinator.core.cluster.WakeupsEverywhere;
import org.dffmpeg.coordinator.core.delivery.Channel;
import org.dffmpeg.coordinator.core.delivery.Draft;
import org.dffmpeg.coordinator.core.delivery.Outbox;
import org.dffmpeg.coordinator.core.health.ServiceState;
import org.dffmpeg.coordinator.core.job.Job;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Two coordinators' ways to each other over one PostgreSQL, without the net of a slow poll. */
@Tag("slow")
class WakeupsAcrossCoordinatorsTest {
  private static final PostgresqlServer SERVER = PostgresqlServer.start();
  private static final Duration IN_TIME = Duration.ofSeconds(20);
  private static final Channel JOB = Channel.of(SequentialIds.job(1));

  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final Node first = new Node();
  private final Node second = new Node();

  @BeforeEach
  void begin_one_after_the_other() {
    new DatabaseStores(first.database).clear();
    first.add(job(1));
    first.begin();
    assertThat(first.company.isAlone()).isTrue();
    second.begin();
  }

  @AfterEach
  void close() {
    first.database.close();
    second.database.close();
    threads.shutdownNow();
  }

  @AfterAll
  static void stop() {
    SERVER.close();
  }

  @Test
  void a_message_stored_by_either_wakes_who_listens_at_the_other() {
    await().atMost(IN_TIME).until(() -> !first.company.isAlone());

    first.store(JOB);
    await().atMost(IN_TIME).untilAsserted(() -> assertThat(second.woken).contains(JOB.text()));
    second.store(JOB);
    await()
        .atMost(IN_TIME)
        .untilAsserted(() -> assertThat(first.woken).containsExactly(JOB.text(), JOB.text()));

    assertThat(second.stored(JOB)).hasSize(2).isEqualTo(first.stored(JOB));
  }

  @Test
  void work_at_one_is_work_for_the_other() {
    await().atMost(IN_TIME).until(() -> !first.company.isAlone());

    first.bus.workAvailable();

    await().atMost(IN_TIME).untilAsserted(() -> assertThat(second.woken).contains("work"));
  }

  @Test
  void who_stays_is_alone_again() {
    await().atMost(IN_TIME).until(() -> !first.company.isAlone());

    second.presence.leave();
    first.presence.run();

    assertThat(first.company.isAlone()).isTrue();
  }

  /** What a coordinator is made of, as far as it tells and hears. */
  private final class Node implements LocalWakeups {
    final Database database = SERVER.open(DatabaseContracts.PATIENCE);
    final UlidFactory ids = new UlidFactory(database.clock(), new Random());
    final Coordinator self = new Coordinator(ids.coordinatorId(), "http://h:1", "1", NOW, NOW);
    final Company company = new Company();
    final CountDownLatch listens = new CountDownLatch(1);
    final List<String> woken = new CopyOnWriteArrayList<>();
    final BulletinBoard board =
        new BulletinBoard(
            self.id(),
            database.broadcast(),
            threads,
            new RecordingSleeper(),
            () -> Duration.ofNanos(System.nanoTime()));
    final WakeupsEverywhere bus = new WakeupsEverywhere(this, company, board);
    final Outbox outbox = new Outbox(database.messages(), ids, bus, database.clock());
    final ShowPresence presence =
        new ShowPresence(
            database.transactions(),
            database.coordinators(),
            self,
            company,
            board,
            new ServiceState(),
            database.clock());

    void begin() {
      BulletinReader reader = new BulletinReader(self.id(), this, company);
      threads.execute(() -> database.broadcast().listen(reader));
      await().atMost(IN_TIME).until(() -> listens.getCount() == 0);
      presence.run();
    }

    void add(Job job) {
      database
          .transactions()
          .write(
              unit -> {
                database.jobs().insert(job);
                return job;
              });
    }

    void store(Channel channel) {
      Draft draft =
          new Draft(
              Optional.empty(), ALICE, Optional.empty(), new Payload.VerifyRegistration("token"));
      DownlinkMessage message = outbox.stamp(Optional.empty(), draft);
      database
          .transactions()
          .write(
              unit -> {
                outbox.append(unit, channel, message);
                return message;
              });
    }

    List<DownlinkMessage> stored(Channel channel) {
      return database
          .transactions()
          .read(
              unit -> database.messages().after(channel, SequentialIds.message(0), 10).messages());
    }

    @Override
    public void wake(Channel channel) {
      woken.add(channel.text());
    }

    @Override
    public void assign() {
      woken.add("work");
    }

    @Override
    public void wakeAll() {
      listens.countDown();
    }
  }
}
