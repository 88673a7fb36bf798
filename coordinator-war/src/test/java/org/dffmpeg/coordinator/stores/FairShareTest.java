package org.dffmpeg.coordinator.stores;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dffmpeg.coordinator.stores.TestCoordinator.request;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.dffmpeg.common.id.ClientId;
import org.dffmpeg.common.id.JobId;
import org.dffmpeg.common.id.WorkerId;
import org.dffmpeg.common.job.JobState;
import org.dffmpeg.common.protocol.Role;
import org.dffmpeg.common.testing.MutableClock;
import org.dffmpeg.coordinator.core.access.Caller;
import org.dffmpeg.coordinator.core.job.Job;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A fleet in which time passes by itself: who waits how long when one requester wants much. */
class FairShareTest {
  private static final Caller BIG = caller("big");
  private static final Caller SMALL = caller("small");
  private static final List<Integer> SECONDS = List.of(5, 20, 60);
  private static final int RUNS = 20;

  /** What one requester wants to run, one after the other. */
  private record Wish(Caller caller, Duration length) {}

  @ParameterizedTest
  @CsvSource({"1, 27, 3", "2, 27, 3", "4, 27, 3", "2, 50, 5"})
  void a_small_requester_waits_at_most_twice_as_long_as_alone(int slots, int big, int small) {
    List<Long> alone = new ArrayList<>();
    List<Long> shared = new ArrayList<>();
    for (int seed = 0; seed < RUNS; seed++) {
      Random random = new Random(seed);
      List<Wish> own = wishes(SMALL, small, random);
      List<Wish> all =
          new ArrayList<>(Stream.concat(wishes(BIG, big, random).stream(), own.stream()).toList());
      Collections.shuffle(all, random);
      alone.addAll(waits(own, slots));
      shared.addAll(waits(all, slots));
    }

    assertThat(median(shared)).isLessThanOrEqualTo(2 * median(alone));
  }

  /** Until few jobs are left: then who has fewer goes first. */
  @ParameterizedTest
  @CsvSource({"1, 60", "3, 60"})
  void two_who_want_the_same_get_the_same(int slots, int each) {
    List<Wish> first = wishes(BIG, each, new Random(1));
    List<Wish> all = new ArrayList<>(first);
    first.forEach(wish -> all.add(new Wish(SMALL, wish.length())));
    long half = first.stream().mapToLong(wish -> wish.length().toSeconds()).sum() / slots;

    long begun = waits(all, slots).stream().filter(wait -> wait < half).count();

    assertThat(begun).isBetween(each * 2L / 5, each * 3L / 5);
  }

  private static List<Wish> wishes(Caller caller, int count, Random random) {
    return IntStream.range(0, count)
        .mapToObj(
            i -> new Wish(caller, Duration.ofSeconds(SECONDS.get(random.nextInt(SECONDS.size())))))
        .toList();
  }

  /** Submits all at once, lets them run, and says how many seconds each of SMALL's jobs waited. */
  private static List<Long> waits(List<Wish> wishes, int slots) {
    MutableClock clock = new MutableClock();
    TestCoordinator core = new TestCoordinator(new InMemoryStores(), clock);
    WorkerId worker = core.online("w1", slots);
    Map<JobId, Wish> jobs = new HashMap<>();
    wishes.forEach(wish -> jobs.put(core.submit(wish.caller(), request("ffmpeg", false)), wish));
    Instant start = clock.instant();
    Map<JobId, Instant> begun = new HashMap<>();
    while (begun.size() < jobs.size()) {
      core.assignJobs.run();
      held(core, worker).forEach(job -> begun.putIfAbsent(job.id(), clock.instant()));
      endNext(core, worker, jobs, begun, clock);
    }
    return jobs.entrySet().stream()
        .filter(job -> job.getValue().caller().equals(SMALL))
        .map(
            job ->
                Duration.between(start, Objects.requireNonNull(begun.get(job.getKey())))
                    .toSeconds())
        .toList();
  }

  private static void endNext(
      TestCoordinator core,
      WorkerId worker,
      Map<JobId, Wish> jobs,
      Map<JobId, Instant> begun,
      MutableClock clock) {
    held(core, worker).stream()
        .min(Comparator.comparing(job -> end(job, jobs, begun)))
        .ifPresent(
            job -> {
              clock.advance(Duration.between(clock.instant(), end(job, jobs, begun)));
              core.report(worker, job.id(), JobState.COMPLETED, 0);
            });
  }

  private static Instant end(Job job, Map<JobId, Wish> jobs, Map<JobId, Instant> begun) {
    return Objects.requireNonNull(begun.get(job.id()))
        .plus(Objects.requireNonNull(jobs.get(job.id())).length());
  }

  private static List<Job> held(TestCoordinator core, WorkerId worker) {
    return core.stores.transactions().read(unit -> core.stores.jobs().heldBy(worker));
  }

  private static long median(List<Long> values) {
    LongStream sorted = values.stream().mapToLong(value -> value).sorted();
    return sorted.skip(values.size() / 2).findFirst().orElseThrow();
  }

  private static Caller caller(String name) {
    return new Caller(new ClientId(name), Set.of(Role.CLIENT));
  }
}
