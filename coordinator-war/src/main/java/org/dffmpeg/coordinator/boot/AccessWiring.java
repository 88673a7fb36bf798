package org.dffmpeg.coordinator.boot;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Map;
import org.dffmpeg.common.id.ClientId;
import org.dffmpeg.common.id.JobId;
import org.dffmpeg.common.id.WorkerId;
import org.dffmpeg.common.signing.ReplayMemory;
import org.dffmpeg.coordinator.config.CoordinatorSettings;
import org.dffmpeg.coordinator.core.access.AuthenticateRequest;
import org.dffmpeg.coordinator.core.access.FailureLimiter;
import org.dffmpeg.coordinator.core.access.Identity;
import org.dffmpeg.coordinator.core.access.IdentityStore;
import org.dffmpeg.coordinator.core.access.KeyCipher;
import org.dffmpeg.coordinator.core.access.KnownIdentities;
import org.dffmpeg.coordinator.core.access.OpenPages;
import org.dffmpeg.coordinator.core.access.PageAccess;
import org.dffmpeg.coordinator.core.access.TrustedProxies;
import org.dffmpeg.coordinator.core.access.admin.AddIdentity;
import org.dffmpeg.coordinator.core.access.admin.AuditLog;
import org.dffmpeg.coordinator.core.access.admin.ChangeIdentities;
import org.dffmpeg.coordinator.core.access.admin.CreateLocalAdmin;
import org.dffmpeg.coordinator.core.access.admin.DeleteIdentity;
import org.dffmpeg.coordinator.core.access.admin.FindIdentities;
import org.dffmpeg.coordinator.core.access.admin.LocalAdminKey;
import org.dffmpeg.coordinator.core.access.admin.ReEncryptKeys;
import org.dffmpeg.coordinator.core.access.admin.RevealKey;
import org.dffmpeg.coordinator.core.access.admin.RotateKey;
import org.dffmpeg.coordinator.core.access.admin.SetScope;
import org.dffmpeg.coordinator.core.delivery.Channel;
import org.dffmpeg.coordinator.core.delivery.OutboxStore;
import org.dffmpeg.coordinator.core.fleet.WorkerStore;
import org.dffmpeg.coordinator.core.health.CheckHealth;
import org.dffmpeg.coordinator.core.health.ServiceState;
import org.dffmpeg.coordinator.core.job.JobStore;
import org.dffmpeg.coordinator.core.metrics.Counter;
import org.dffmpeg.coordinator.core.metrics.Meter;
import org.dffmpeg.coordinator.core.tx.Transactions;
import org.dffmpeg.coordinator.crypto.KeyVault;

/** Who may do what, and how the coordinator is. */
@ApplicationScoped
public class AccessWiring {
  private static final long REPLAY_BYTES = 64L * 1024 * 1024;

  @Produces
  @Singleton
  KeyCipher keyCipher(
      CoordinatorSettings settings,
      Transactions transactions,
      IdentityStore identities,
      Clock clock) {
    return Startup.step(
        () ->
            KeyVault.open(
                settings.keyRing(),
                settings.defaultKeyId(),
                transactions.read(unit -> identities.all()).stream().map(Identity::key).toList(),
                clock));
  }

  @Produces
  @Singleton
  LocalAdminKey localAdminKey(CoordinatorSettings settings) {
    return new LocalAdminKeyFile(settings.dataDirectory().resolve("localadmin.key"));
  }

  @Produces
  @Singleton
  CreateLocalAdmin createLocalAdmin(
      Transactions transactions,
      IdentityStore identities,
      KeyCipher cipher,
      SecureRandom random,
      LocalAdminKey file,
      Clock clock) {
    return new CreateLocalAdmin(transactions, identities, cipher, random, file, clock);
  }

  @Produces
  @Singleton
  TrustedProxies trustedProxies(CoordinatorSettings settings) {
    return new TrustedProxies(settings.access().trustedProxies());
  }

  @Produces
  @Singleton
  OpenPages openPages(CoordinatorSettings settings, TrustedProxies proxies) {
    return new OpenPages(
        settings.access().dashboardEnabled(),
        new PageAccess(proxies, settings.access().dashboardVisitors()),
        new PageAccess(proxies, settings.access().metricsVisitors()));
  }

  @Produces
  @Singleton
  KnownIdentities knownIdentities(
      Transactions transactions, IdentityStore identities, KeyCipher cipher) {
    return new KnownIdentities(transactions, identities, cipher, System::nanoTime);
  }

  @Produces
  @Singleton
  ReplayMemory replayMemory(Meter meter) {
    return new ReplayMemory(
        Clock.systemUTC(), REPLAY_BYTES, () -> meter.increment(Counter.REPLAYS_FORGOTTEN));
  }

  /** Signature windows are judged by the host's clock, leases by the database's. */
  @Produces
  @Singleton
  AuthenticateRequest authenticateRequest(
      KnownIdentities identities,
      TrustedProxies proxies,
      ReplayMemory replays,
      CoordinatorSettings settings) {
    return new AuthenticateRequest(
        identities,
        proxies,
        Clock.systemUTC(),
        replays::admit,
        new FailureLimiter(Clock.systemUTC(), settings.access().failuresPerMinute()));
  }

  @Produces
  @Singleton
  ServiceState serviceState() {
    return new ServiceState();
  }

  @Produces
  @Singleton
  CheckHealth checkHealth(
      Transactions transactions,
      IdentityStore identities,
      JobStore jobs,
      OutboxStore messages,
      WorkerStore workers,
      ServiceState state) {
    ClientId nobody = new ClientId("?");
    JobId noJob = new JobId("00000000000000000000000000");
    Map<String, Runnable> probes =
        Map.of(
            "auth", () -> identities.find(nobody),
            "jobs", () -> jobs.find(noJob),
            "messages", () -> messages.unsent(Channel.of(noJob), 1),
            "workers", () -> workers.find(new WorkerId(nobody.value())));
    return new CheckHealth(transactions, probes, state, Version.read(), System::nanoTime);
  }

  @Produces
  @Singleton
  AuditLog auditLog() {
    return new AuditLog();
  }

  @Produces
  @Singleton
  ChangeIdentities changeIdentities(
      Transactions transactions, IdentityStore store, KnownIdentities known, AuditLog audit) {
    return new ChangeIdentities(transactions, store, known, audit);
  }

  @Produces
  @Singleton
  FindIdentities findIdentities(Transactions transactions, IdentityStore identities) {
    return new FindIdentities(transactions, identities);
  }

  @Produces
  @Singleton
  AddIdentity addIdentity(
      ChangeIdentities change, KeyCipher cipher, SecureRandom random, Clock clock) {
    return new AddIdentity(change, cipher, random, clock);
  }

  @Produces
  @Singleton
  DeleteIdentity deleteIdentity(ChangeIdentities change) {
    return new DeleteIdentity(change);
  }

  @Produces
  @Singleton
  RotateKey rotateKey(
      ChangeIdentities change, KeyCipher cipher, SecureRandom random, LocalAdminKey file) {
    return new RotateKey(change, cipher, random, file);
  }

  @Produces
  @Singleton
  SetScope setScope(ChangeIdentities change) {
    return new SetScope(change);
  }

  @Produces
  @Singleton
  RevealKey revealKey(
      Transactions transactions, IdentityStore identities, KeyCipher cipher, AuditLog audit) {
    return new RevealKey(transactions, identities, cipher, audit);
  }

  @Produces
  @Singleton
  ReEncryptKeys reEncryptKeys(
      Transactions transactions, IdentityStore identities, KeyCipher cipher, AuditLog audit) {
    return new ReEncryptKeys(transactions, identities, cipher, audit);
  }
}
