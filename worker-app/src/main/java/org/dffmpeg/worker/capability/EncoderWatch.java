package org.dffmpeg.worker.capability;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.function.Predicate;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import org.dffmpeg.client.link.Loop;
import org.dffmpeg.common.job.VideoEncoders;
import org.dffmpeg.common.protocol.RegisterWorker;
import org.dffmpeg.common.time.Backoff;
import org.dffmpeg.worker.execution.CommandEnding;
import org.dffmpeg.worker.execution.EncoderTrials;
import org.dffmpeg.worker.execution.LocalCommand;

/**
 * Sets encoders aside that do not work any more (C5): when a job failed that names one, it is tried
 * by a small encode; if that fails too, the machine is at fault. From then on it is tried again and
 * again, ever less often, and offered again when it has worked. Thread-safe.
 */
public final class EncoderWatch implements EncoderTrials {
  private static final System.Logger LOG = System.getLogger(EncoderWatch.class.getName());

  /** Each trial may take half a minute, and the job's slot is taken meanwhile. */
  private static final int MOST_TRIED = 2;

  /** How long to wait before a broken encoder is tried again, in a worker. */
  public static final Backoff USUAL_PAUSES =
      new Backoff(Duration.ofSeconds(5), Duration.ofMinutes(2), 0.2);

  private final Set<Path> binaries;
  private final Predicate<String> offered;
  private final CapabilityProbe.Runner runner;
  private final Backoff pauses;
  private final RandomGenerator random;
  private final Executor threads;
  private final Map<String, String> broken = new ConcurrentHashMap<>();
  private volatile Runnable news = () -> {};
  private volatile Runnable repair = () -> {};

  /**
   * Has set nothing aside.
   *
   * @param binaries whose encoders are tried; others are started by jobs only
   * @param offered whether a capability was found at the start: what never worked is no reason to
   *     wait for it
   * @param threads runs the later trials, one for each broken encoder
   */
  public EncoderWatch(
      Collection<Path> binaries,
      Predicate<String> offered,
      CapabilityProbe.Runner runner,
      Backoff pauses,
      RandomGenerator random,
      Executor threads) {
    this.binaries = Set.copyOf(binaries);
    this.offered = offered;
    this.runner = runner;
    this.pauses = pauses;
    this.random = random;
    this.threads = threads;
  }

  /** Calls this when an encoder was set aside or works again; it must not block. */
  public void onNews(Runnable listener) {
    news = listener;
  }

  /** Calls this before the news that an encoder works again; it must not block. */
  public void onRepair(Runnable listener) {
    repair = listener;
  }

  /** The capabilities that are set aside now, each with what its encoder says. */
  public Map<String, String> setAside() {
    return broken.entrySet().stream()
        .limit(RegisterWorker.MOST_SET_ASIDE)
        .collect(
            Collectors.toUnmodifiableMap(
                each -> Kind.ENCODER.named(each.getKey()), Map.Entry::getValue));
  }

  @Override
  public Optional<String> fault(LocalCommand command) throws InterruptedException {
    Path binary = Path.of(command.words().get(0));
    List<String> named = VideoEncoders.namedIn(command.words()).stream().limit(MOST_TRIED).toList();
    for (String encoder : named) {
      Optional<String> problem = problem(binary, encoder);
      if (problem.isPresent()) {
        return Optional.of(
            "encoder " + encoder + " does not work on this worker: " + problem.get());
      }
    }
    return Optional.empty();
  }

  private Optional<String> problem(Path binary, String encoder) throws InterruptedException {
    Optional<List<String>> trial = Hardware.trialOf(encoder);
    boolean isTried = binaries.contains(binary) && offered.test(Kind.ENCODER.named(encoder));
    if (trial.isPresent() && isTried && !broken.containsKey(encoder)) {
      CommandEnding ending = tried(new Binary(runner, binary), trial.get());
      if (isBroken(ending) && canBeTried(new Binary(runner, binary))) {
        setAside(encoder, Binary.problem(ending).orElseThrow(), binary, trial.get());
      }
    }
    return Optional.ofNullable(broken.get(encoder));
  }

  /** One that takes too long is given a second chance: the machine may have been busy. */
  private static CommandEnding tried(Binary binary, List<String> trial)
      throws InterruptedException {
    CommandEnding first = binary.run(trial);
    return first instanceof CommandEnding.TimedOut ? binary.run(trial) : first;
  }

  private static boolean canBeTried(Binary binary) throws InterruptedException {
    return works(binary.run(Hardware.control()));
  }

  private void setAside(String encoder, String problem, Path binary, List<String> trial) {
    if (broken.putIfAbsent(encoder, problem) == null) {
      LOG.log(
          System.Logger.Level.WARNING,
          () -> "encoder " + encoder + " is set aside until it works again: " + problem);
      Canary canary = new Canary(encoder, new Binary(runner, binary), trial);
      threads.execute(canary::sing);
      news.run();
    }
  }

  private void takeBack(String encoder) {
    broken.remove(encoder);
    LOG.log(System.Logger.Level.INFO, () -> "encoder " + encoder + " works again");
    repair.run();
    news.run();
  }

  /** Not started is no word on the encoder; nor is a lack of sessions. */
  private static boolean isBroken(CommandEnding ending) {
    return !(ending instanceof CommandEnding.NotStarted) && !works(ending);
  }

  private static boolean works(CommandEnding ending) {
    return Binary.problemOfEncoder(ending).isEmpty();
  }

  /** Tries one broken encoder until it works. Confined to its thread. */
  private final class Canary {
    private final String encoder;
    private final Binary binary;
    private final List<String> arguments;
    private final Loop loop;
    private int tries = 1;

    Canary(String encoder, Binary binary, List<String> arguments) {
      this.encoder = encoder;
      this.binary = binary;
      this.arguments = arguments;
      this.loop = new Loop("trials of encoder " + encoder, this::tick);
    }

    void sing() {
      loop.runAfter(pauses.delay(tries, random));
    }

    private Duration tick() throws InterruptedException {
      if (works(binary.run(arguments))) {
        takeBack(encoder);
        loop.stop();
      }
      tries++;
      return pauses.delay(tries, random);
    }
  }
}
