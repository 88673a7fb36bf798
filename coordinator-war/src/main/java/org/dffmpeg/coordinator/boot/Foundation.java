package org.dffmpeg.coordinator.boot;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorDefinition;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.Executor;
import org.dffmpeg.common.id.UlidFactory;
import org.dffmpeg.coordinator.config.CoordinatorSettings;
import org.dffmpeg.coordinator.config.StoreSettings;
import org.dffmpeg.coordinator.core.access.IdentityStore;
import org.dffmpeg.coordinator.core.delivery.HttpPolling;
import org.dffmpeg.coordinator.core.delivery.OutboxStore;
import org.dffmpeg.coordinator.core.fleet.PauseStore;
import org.dffmpeg.coordinator.core.fleet.WorkerStore;
import org.dffmpeg.coordinator.core.job.AttemptStore;
import org.dffmpeg.coordinator.core.job.JobStore;
import org.dffmpeg.coordinator.core.lease.PresenceStore;
import org.dffmpeg.coordinator.core.policy.CoordinatorPolicy;
import org.dffmpeg.coordinator.core.tx.Transactions;
import org.dffmpeg.coordinator.metrics.CountingMeter;
import org.dffmpeg.coordinator.persistence.Database;
import org.dffmpeg.coordinator.persistence.DatabaseSettings;

/** What everything else stands on: settings, database, clock, threads, chance. */
@ApplicationScoped
@ManagedExecutorDefinition(name = Foundation.EXECUTOR, maxAsync = Foundation.THREADS)
public class Foundation {
  static final String EXECUTOR = "java:app/concurrent/dffmpeg";

  /**
   * One listens for what other coordinators tell, as long as this one lives; the others are for the
   * pumps of listeners, of assignment and of bulletins: each waits for the database, if for
   * anything.
   */
  static final int THREADS = 9;

  private static final Duration KEPT_WARM = Duration.ofSeconds(30);

  @Resource(lookup = EXECUTOR)
  private ManagedExecutorService executor;

  @Produces
  @Singleton
  CoordinatorSettings settings() {
    return Startup.step(CoordinatorSettings::ofProcess);
  }

  /** The one executor of the application; its type is plain, so that nobody sees the server's. */
  @Produces
  @Singleton
  Executor executor() {
    return new WarmExecutor(executor, THREADS, KEPT_WARM);
  }

  @Produces
  @Singleton
  CountingMeter meter() {
    return new CountingMeter();
  }

  @Produces
  @Singleton
  SecureRandom random() {
    return new SecureRandom();
  }

  @Produces
  @Singleton
  Database database(CoordinatorSettings settings, CountingMeter meter) {
    return Startup.step(() -> Database.open(databaseSettings(settings), meter));
  }

  void close(@Disposes Database database) {
    database.close();
  }

  @Produces
  @Singleton
  Transactions transactions(Database database) {
    return database.transactions();
  }

  @Produces
  @Singleton
  JobStore jobs(Database database) {
    return database.jobs();
  }

  @Produces
  @Singleton
  AttemptStore attempts(Database database) {
    return database.attempts();
  }

  @Produces
  @Singleton
  WorkerStore workers(Database database) {
    return database.workers();
  }

  @Produces
  @Singleton
  OutboxStore messages(Database database) {
    return database.messages();
  }

  @Produces
  @Singleton
  IdentityStore identities(Database database) {
    return database.identities();
  }

  @Produces
  @Singleton
  PresenceStore presence(Database database) {
    return database.presence();
  }

  @Produces
  @Singleton
  PauseStore pauses(Database database) {
    return database.pauses();
  }

  /** Database time: what leases are judged by. */
  @Produces
  @Singleton
  Clock clock(Database database) {
    return database.clock();
  }

  @Produces
  @Singleton
  CoordinatorPolicy policy(CoordinatorSettings settings) {
    return settings.policy();
  }

  @Produces
  @Singleton
  HttpPolling transports(CoordinatorSettings settings) {
    return new HttpPolling(settings.pollingPath());
  }

  @Produces
  @Singleton
  UlidFactory ids(Clock clock, SecureRandom random) {
    return new UlidFactory(clock, random);
  }

  private static DatabaseSettings databaseSettings(CoordinatorSettings settings) {
    StoreSettings store = settings.store();
    return store
        .url()
        .map(
            url ->
                new DatabaseSettings(
                    url, store.user(), store.password().text(), store.connections()))
        .orElseGet(() -> DatabaseSettings.embedded(settings.dataDirectory(), store.connections()));
  }
}
