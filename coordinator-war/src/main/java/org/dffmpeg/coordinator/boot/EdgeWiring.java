package org.dffmpeg.coordinator.boot;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import org.dffmpeg.coordinator.config.CoordinatorSettings;
import org.dffmpeg.coordinator.config.RetentionSettings;
import org.dffmpeg.coordinator.console.ConsoleFilter;
import org.dffmpeg.coordinator.core.access.AuthenticateRequest;
import org.dffmpeg.coordinator.core.access.OpenPages;
import org.dffmpeg.coordinator.core.cluster.Coordinator;
import org.dffmpeg.coordinator.core.cluster.ShowPresence;
import org.dffmpeg.coordinator.core.delivery.MarkSent;
import org.dffmpeg.coordinator.core.delivery.ReadMessages;
import org.dffmpeg.coordinator.core.health.ServiceState;
import org.dffmpeg.coordinator.core.job.OpenJobChannel;
import org.dffmpeg.coordinator.core.job.QueueDueJobs;
import org.dffmpeg.coordinator.core.lease.Janitor;
import org.dffmpeg.coordinator.core.lease.NotePresence;
import org.dffmpeg.coordinator.core.retention.RetentionRuns;
import org.dffmpeg.coordinator.core.scheduling.AssignJobs;
import org.dffmpeg.coordinator.core.scheduling.Pump;
import org.dffmpeg.coordinator.front.FrontFilter;
import org.dffmpeg.coordinator.front.Traffic;
import org.dffmpeg.coordinator.metrics.CountingMeter;
import org.dffmpeg.coordinator.persistence.Database;
import org.dffmpeg.coordinator.stream.DeliveryMarks;
import org.dffmpeg.coordinator.stream.Listeners;
import org.dffmpeg.coordinator.stream.OpenStreams;
import org.dffmpeg.coordinator.stream.PollServlet;
import org.dffmpeg.coordinator.timer.Schedule;
import org.dffmpeg.coordinator.timer.Schedule.Every;
import org.dffmpeg.coordinator.timer.Schedule.Retain;
import org.dffmpeg.coordinator.timer.Tick;

/** What listens to the world outside and to the time. */
@ApplicationScoped
public class EdgeWiring {
  /** How late a job that was put off is queued, and assignment notices that a signal was lost. */
  private static final Duration QUEUE_EVERY = Duration.ofSeconds(1);

  private static final Duration MARK_EVERY = Duration.ofMillis(500);

  /** Messages whose wake-up was lost on its way from another coordinator come that late. */
  private static final Duration LOOK_EVERY = Duration.ofSeconds(5);

  @Produces
  @Singleton
  OpenStreams openStreams() {
    return new OpenStreams();
  }

  @Produces
  @Singleton
  Traffic traffic() {
    return new Traffic();
  }

  @Produces
  @Singleton
  DeliveryMarks deliveryMarks(MarkSent markSent) {
    return new DeliveryMarks(markSent);
  }

  @Produces
  @Singleton
  Pump assignment(AssignJobs assignJobs, Executor executor) {
    Tick tick = new Tick("assignment of jobs", assignJobs::run);
    return new Pump(tick::run, executor);
  }

  @Produces
  @Singleton
  Listeners listeners(
      OpenStreams open, ReadMessages messages, DeliveryMarks marks, Executor executor) {
    return new Listeners(open, messages, marks, executor, EdgeWiring::monotonicTime, LOOK_EVERY);
  }

  @Produces
  @Singleton
  PollServlet pollServlet(
      AuthenticateRequest authenticate, OpenJobChannel openJobChannel, Listeners listeners) {
    return new PollServlet(authenticate, openJobChannel, listeners);
  }

  @Produces
  @Singleton
  FrontFilter frontFilter(CoordinatorSettings settings, Traffic traffic) {
    return new FrontFilter(settings.access().maxBodyBytes(), traffic);
  }

  @Produces
  @Singleton
  ConsoleFilter consoleFilter(OpenPages pages) {
    return new ConsoleFilter(pages);
  }

  @Produces
  @Singleton
  Schedule schedule(
      CoordinatorSettings settings,
      Database database,
      NotePresence awake,
      Janitor janitor,
      QueueDueJobs queueDueJobs,
      Pump assignment,
      OpenStreams streams,
      DeliveryMarks marks,
      ShowPresence presence,
      RetentionRuns retention,
      SecureRandom random) {
    return new Schedule(
        new Every(
                settings.timing().janitorInterval(),
                new Tick(
                    "the janitor",
                    () -> {
                      database.synchronizeClock();
                      janitor.run(Janitor.Action.RUN_ALL);
                    }))
            .late(settings.timing().janitorJitter(), random.nextDouble()),
        new Every(NotePresence.INTERVAL, new Tick("noting that we are awake", awake::run)),
        new Every(
            QUEUE_EVERY,
            new Tick(
                "queueing jobs that were put off",
                () -> {
                  try {
                    queueDueJobs.run();
                  } finally {
                    assignment.signal();
                  }
                })),
        new Every(
            OpenStreams.TICK,
            new Tick("telling listeners the time", () -> streams.tick(monotonicTime()))),
        new Every(MARK_EVERY, new Tick("storing what was delivered", marks::flush)),
        new Every(Coordinator.BEAT, new Tick("showing presence", presence::run)),
        retain(settings.retention(), retention, random));
  }

  private static Retain retain(
      RetentionSettings settings, RetentionRuns runs, SecureRandom random) {
    return new Retain(
        new Tick("resuming retention", runs::resume),
        new Tick("starting retention", runs::start),
        settings.firstPause(random),
        () -> settings.pause(random));
  }

  @Produces
  @Singleton
  ShutdownDrain shutdownDrain(
      ServiceState state,
      OpenStreams streams,
      Traffic traffic,
      DeliveryMarks marks,
      Membership membership,
      CoordinatorSettings settings) {
    return new ShutdownDrain(
        state,
        streams,
        traffic,
        List.of(marks::flush, membership::end),
        settings.timing().shutdownDelay(),
        pause -> new CountDownLatch(1).await(pause.toMillis(), TimeUnit.MILLISECONDS));
  }

  @Produces
  @Singleton
  CoordinatorControl coordinatorControl(
      ShutdownDrain drain, OpenStreams streams, CountingMeter meter, Database database) {
    return new CoordinatorControl(drain, streams, meter, database);
  }

  private static Duration monotonicTime() {
    return Duration.ofNanos(System.nanoTime());
  }
}
