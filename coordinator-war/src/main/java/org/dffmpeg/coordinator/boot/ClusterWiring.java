package org.dffmpeg.coordinator.boot;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import org.dffmpeg.common.id.UlidFactory;
import org.dffmpeg.coordinator.config.CoordinatorSettings;
import org.dffmpeg.coordinator.core.cluster.Broadcast;
import org.dffmpeg.coordinator.core.cluster.BulletinBoard;
import org.dffmpeg.coordinator.core.cluster.BulletinReader;
import org.dffmpeg.coordinator.core.cluster.Company;
import org.dffmpeg.coordinator.core.cluster.Coordinator;
import org.dffmpeg.coordinator.core.cluster.CoordinatorStore;
import org.dffmpeg.coordinator.core.cluster.FindCoordinators;
import org.dffmpeg.coordinator.core.cluster.ForgetCoordinators;
import org.dffmpeg.coordinator.core.cluster.LocalWakeups;
import org.dffmpeg.coordinator.core.cluster.ShowPresence;
import org.dffmpeg.coordinator.core.cluster.WakeupsEverywhere;
import org.dffmpeg.coordinator.core.delivery.WakeupBus;
import org.dffmpeg.coordinator.core.health.ServiceState;
import org.dffmpeg.coordinator.core.scheduling.Pump;
import org.dffmpeg.coordinator.core.tx.Transactions;
import org.dffmpeg.coordinator.persistence.Database;
import org.dffmpeg.coordinator.stream.OpenStreams;

/** This coordinator among others: how it is known, how it tells and hears. */
@ApplicationScoped
public class ClusterWiring {

  @Produces
  @Singleton
  Coordinator self(CoordinatorSettings settings, UlidFactory ids, Clock clock) {
    Instant now = clock.instant();
    String address = OwnAddress.of(settings.listen());
    return new Coordinator(ids.coordinatorId(), address, Version.read(), now, now);
  }

  @Produces
  @Singleton
  CoordinatorStore coordinators(Database database) {
    return database.coordinators();
  }

  @Produces
  @Singleton
  Broadcast broadcast(Database database) {
    return database.broadcast();
  }

  @Produces
  @Singleton
  Company company() {
    return new Company();
  }

  @Produces
  @Singleton
  BulletinBoard bulletinBoard(Coordinator self, Broadcast broadcast, Executor executor) {
    return new BulletinBoard(
        self.id(),
        broadcast,
        executor,
        pause -> new CountDownLatch(1).await(pause.toNanos(), TimeUnit.NANOSECONDS),
        () -> Duration.ofNanos(System.nanoTime()));
  }

  /** Late, because assignment needs the bus that signals it. */
  @Produces
  @Singleton
  LocalWakeups localWakeups(OpenStreams streams, Instance<Pump> assignment) {
    return new Wakeups(streams, assignment::get);
  }

  @Produces
  @Singleton
  WakeupBus wakeupBus(LocalWakeups here, Company company, BulletinBoard board) {
    return new WakeupsEverywhere(here, company, board);
  }

  @Produces
  @Singleton
  ShowPresence showPresence(
      Transactions transactions,
      CoordinatorStore coordinators,
      Coordinator self,
      Company company,
      BulletinBoard board,
      ServiceState state,
      Clock clock) {
    return new ShowPresence(transactions, coordinators, self, company, board, state, clock);
  }

  @Produces
  @Singleton
  FindCoordinators findCoordinators(
      Transactions transactions, CoordinatorStore coordinators, Clock clock) {
    return new FindCoordinators(transactions, coordinators, clock);
  }

  @Produces
  @Singleton
  ForgetCoordinators forgetCoordinators(
      Transactions transactions, CoordinatorStore coordinators, Clock clock) {
    return new ForgetCoordinators(transactions, coordinators, clock);
  }

  @Produces
  @Singleton
  Membership membership(
      Coordinator self,
      ShowPresence presence,
      Broadcast broadcast,
      LocalWakeups here,
      Company company,
      Executor executor) {
    return new Membership(
        presence, broadcast, new BulletinReader(self.id(), here, company), executor);
  }
}
