package org.dffmpeg.worker;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import org.dffmpeg.client.link.Cursor;
import org.dffmpeg.client.link.Endpoints;
import org.dffmpeg.client.link.MessageReceiver;
import org.dffmpeg.client.link.MessageSink;
import org.dffmpeg.client.link.RealSleeper;
import org.dffmpeg.client.link.Receivers;
import org.dffmpeg.client.link.RetryingHttp;
import org.dffmpeg.client.link.SignedHttp;
import org.dffmpeg.client.link.Ticker;
import org.dffmpeg.client.link.Timeouts;
import org.dffmpeg.client.link.Trust;
import org.dffmpeg.common.id.UlidFactory;
import org.dffmpeg.common.id.WorkerId;
import org.dffmpeg.common.signing.RequestSigner;
import org.dffmpeg.common.time.Sleeper;
import org.dffmpeg.worker.assignment.ActiveJobs;
import org.dffmpeg.worker.assignment.Inbox;
import org.dffmpeg.worker.assignment.JobDesk;
import org.dffmpeg.worker.capability.CapabilityProbe;
import org.dffmpeg.worker.capability.CapabilityWatch;
import org.dffmpeg.worker.capability.EncoderWatch;
import org.dffmpeg.worker.config.WorkerSettings;
import org.dffmpeg.worker.execution.CommandResolver;
import org.dffmpeg.worker.execution.FreeSpace;
import org.dffmpeg.worker.execution.JobTools;
import org.dffmpeg.worker.execution.Orphans;
import org.dffmpeg.worker.execution.OsProcessStarter;
import org.dffmpeg.worker.execution.Preparation;
import org.dffmpeg.worker.execution.ShortCommands;
import org.dffmpeg.worker.lifecycle.WorkerLifecycle;
import org.dffmpeg.worker.mount.MountCheck;
import org.dffmpeg.worker.mount.MountRecovery;
import org.dffmpeg.worker.mount.ProcMountProbe;
import org.dffmpeg.worker.recovery.FormerLife;
import org.dffmpeg.worker.registration.Channel;
import org.dffmpeg.worker.registration.Farewell;
import org.dffmpeg.worker.registration.Offer;
import org.dffmpeg.worker.registration.RegistrationLoop;
import org.dffmpeg.worker.registration.TokenWatch;
import org.dffmpeg.worker.registration.Verification;
import org.dffmpeg.worker.registration.WorkerProfile;
import org.dffmpeg.worker.spool.SpoolDirectory;
import org.dffmpeg.worker.uplink.HttpJobUplink;
import org.dffmpeg.worker.uplink.Uplinks;

/** The composition root: who uses whom, with the real clock, chance, threads and processes. */
final class WorkerWiring {
  private static final System.Logger LOG = System.getLogger(WorkerWiring.class.getName());
  private static final Duration COMMAND_TIMEOUT = Duration.ofSeconds(30);

  private final Clock clock = Clock.systemUTC();
  private final Ticker ticker = () -> Duration.ofNanos(System.nanoTime());
  private final Sleeper sleeper = new RealSleeper();
  private final RandomGenerator random = () -> ThreadLocalRandom.current().nextLong();
  private final UlidFactory ids = new UlidFactory(clock, random);
  private final String incarnation = ids.jobId().value();
  private final WorkerThreads threads = WorkerThreads.start();
  private final OsProcessStarter starter =
      new OsProcessStarter(threads.starter(), incarnation, sleeper, ticker);
  private final ShortCommands commands = new ShortCommands(starter, threads.others());
  private final Cursor cursor = Cursor.fromUnsent();
  private final WorkerSettings settings;
  private final WorkerId self;
  private final SignedHttp http;
  private final RetryingHttp retrying;
  private final Uplinks uplinks;
  private final SpoolDirectory spool;
  private final FreeSpace freeSpace;
  private final Preparation preparation;

  private WorkerWiring(WorkerSettings settings, String version) throws IOException {
    this.settings = settings;
    this.self = new WorkerId(settings.identity().clientId().value());
    this.http =
        new SignedHttp(
            Endpoints.of(settings.coordinators()),
            new RequestSigner(settings.identity().clientId(), settings.identity().key(), clock),
            Trust.of(settings.coordinators()),
            Timeouts.USUAL,
            "dffmpeg-worker/" + version);
    this.retrying = new RetryingHttp(http, sleeper, ticker, random);
    this.uplinks = (job, attempt) -> new HttpJobUplink(retrying, job, attempt);
    WorkerSettings.Disk disk = settings.disk();
    this.spool = SpoolDirectory.open(disk.spool(), disk.spoolLimitBytes());
    this.freeSpace = new FreeSpace(disk.spool(), disk.minFreeBytes());
    this.preparation =
        new Preparation(
            new CommandResolver(settings.binaries(), settings.paths()),
            freeSpace,
            threads.others());
  }

  /**
   * A worker that has not started.
   *
   * @throws IOException if the CA file or the spool cannot be used
   */
  static WorkerLifecycle worker(WorkerSettings settings, String version) throws IOException {
    return new WorkerWiring(settings, version).worker(version);
  }

  private WorkerLifecycle worker(String version) throws IOException {
    LOG.log(System.Logger.Level.INFO, starter::fateOfChildren);
    ActiveJobs active = new ActiveJobs(settings.slots(), threads.others());
    CapabilityProbe probe = probe();
    CapabilityWatch abilities = new CapabilityWatch(probe, threads.others(), ticker);
    EncoderWatch encoders = encoders(probe, abilities);
    JobDesk desk = new JobDesk(active, tools(encoders), uplinks, threads.others());
    TokenWatch tokens = new TokenWatch(ticker);
    Inbox inbox =
        new Inbox(
            self.identity(), desk, new Verification(retrying, self, tokens, threads.others()));
    Channel channel = new Channel(path -> receiver(path, inbox), threads.others(), tokens);
    RegistrationLoop registration = registration(version, channel, abilities, encoders);
    WorkerParts parts =
        new WorkerParts(
            registration, channel, desk, disk(), new Farewell(http, self), threads.others());
    abilities.onNews(parts::registerNow);
    encoders.onNews(parts::registerNow);
    encoders.onRepair(abilities::askAgain);
    return new WorkerLifecycle(
        parts, active, settings.draining().enabled(), settings.draining().least());
  }

  private WorkerParts.Disk disk() throws IOException {
    Orphans orphans = new Orphans(sleeper, ticker);
    return new WorkerParts.Disk(
        spool, new FormerLife(spool.left(), uplinks, orphans, sleeper, random), freeSpace);
  }

  private JobTools tools(EncoderWatch encoders) {
    return new JobTools(
        preparation,
        starter,
        threads.others(),
        settings.logs(),
        spool,
        encoders,
        settings.jobLease(),
        clock,
        ticker,
        ids,
        random);
  }

  private CapabilityProbe probe() {
    Map<String, Path> asked = settings.probing() ? settings.binaries() : Map.of();
    return new CapabilityProbe(asked, commands::run);
  }

  private EncoderWatch encoders(CapabilityProbe probe, CapabilityWatch abilities) {
    return new EncoderWatch(
        probe.files(),
        abilities::offers,
        commands::run,
        EncoderWatch.USUAL_PAUSES,
        random,
        threads.others());
  }

  private RegistrationLoop registration(
      String version, Channel channel, CapabilityWatch abilities, EncoderWatch encoders) {
    MountCheck mounts = mounts();
    WorkerProfile profile =
        new WorkerProfile(
            self,
            settings.binaries().keySet().stream().sorted().toList(),
            settings.registration().interval(),
            version,
            settings.slots(),
            settings.tags(),
            incarnation);
    return new RegistrationLoop(
        http,
        profile,
        () -> new Offer(usableVariables(mounts), abilities.look(), encoders.setAside()),
        channel,
        settings.registration().jitter(),
        random);
  }

  private List<String> usableVariables(MountCheck mounts) {
    Set<String> hanging = preparation.hangingVariables();
    return mounts.usableVariables().stream().filter(name -> !hanging.contains(name)).toList();
  }

  private MountCheck mounts() {
    WorkerSettings.Mounts mounts = settings.mounts();
    Consumer<List<Path>> recovery =
        mounts.recovery()
            ? new MountRecovery(mounts.sudo(), this::succeeds, threads.others())
            : down -> {};
    return new MountCheck(
        settings.paths().directories(), mounts.points(), new ProcMountProbe(), recovery);
  }

  private boolean succeeds(List<String> words) throws InterruptedException {
    Optional<String> problem = commands.run(words, COMMAND_TIMEOUT).problem();
    problem.ifPresent(p -> LOG.log(System.Logger.Level.WARNING, () -> words + ": " + p));
    return problem.isEmpty();
  }

  private MessageReceiver receiver(String path, MessageSink sink) {
    return new Receivers(http, settings.transports(), sleeper, random).of(path, cursor, sink);
  }
}
