package org.dffmpeg.coordinator.stores;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dffmpeg.coordinator.stores.TestCoordinator.ALICE;
import static org.dffmpeg.coordinator.stores.TestCoordinator.done;
import static org.dffmpeg.coordinator.stores.TestCoordinator.registration;
import static org.dffmpeg.coordinator.stores.TestCoordinator.request;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;
import org.dffmpeg.common.fleet.Slots;
import org.dffmpeg.common.fleet.WorkerHold;
import org.dffmpeg.common.id.JobId;
import org.dffmpeg.common.id.WorkerId;
import org.dffmpeg.common.job.JobClass;
import org.dffmpeg.common.job.JobState;
import org.dffmpeg.common.protocol.CapabilityNeeds;
import org.dffmpeg.common.protocol.JobOptions;
import org.dffmpeg.common.protocol.RegisterWorker;
import org.dffmpeg.common.testing.MutableClock;
import org.dffmpeg.coordinator.core.fleet.Worker;
import org.dffmpeg.coordinator.core.job.Job;
import org.junit.jupiter.api.Test;

/** Who goes first, and what fits where. */
class SchedulingTest {
  private static final Comparator<Job> ORDER =
      Comparator.comparing((Job job) -> job.place().jobClass())
          .thenComparing(job -> job.place().priority(), Comparator.reverseOrder())
          .thenComparing(Job::id);

  private final MutableClock clock = new MutableClock();
  private final TestCoordinator core = new TestCoordinator(new InMemoryStores(), clock);

  @Test
  void a_probe_does_not_wait_behind_encodes() {
    WorkerId w1 = core.online("w1", 1);
    IntStream.range(0, 200).forEach(i -> core.submit());
    core.assignJobs.run();

    JobId probe = core.submit(request("ffprobe", false));

    assertThat(core.assignJobs.run()).isEqualTo(1);
    assertThat(core.job(probe).isOf(w1)).isTrue();
    assertThat(core.worker(w1).slotsUsed()).isEqualTo(new Slots(Map.of("cpu", 1, "probe", 1)));
  }

  @Test
  void a_job_that_fits_nobody_holds_nobody_up() {
    core.online("w1", 2);
    core.submit(JobOptions.DEFAULT.withSlots(Slots.cpu(8)).withPriority(100));
    core.submit("NoSuchPath");
    JobId modest = core.submit();

    assertThat(core.assignJobs.run()).isEqualTo(1);
    assertThat(core.job(modest).state()).isEqualTo(JobState.ASSIGNED);
  }

  @Test
  void a_thousand_lanes_that_fit_nobody_hold_no_other_up() {
    core.online("w1", 2);
    IntStream.range(0, 1_100).forEach(lane -> core.submit("NoSuchPath" + lane));
    JobId fitting = core.submit();
    JobId lessUrgent = core.submit(JobOptions.DEFAULT.withClass(JobClass.BATCH));

    core.assignJobs.run();
    core.assignJobs.run();

    assertThat(core.job(fitting).state()).isEqualTo(JobState.ASSIGNED);
    assertThat(core.job(lessUrgent).state()).isEqualTo(JobState.ASSIGNED);
  }

  @Test
  void a_job_that_cannot_be_given_to_its_worker_holds_no_other_up() {
    Map<String, Integer> former =
        IntStream.range(1, Slots.MOST_POOLS)
            .boxed()
            .collect(Collectors.toMap(pool -> "former" + pool, pool -> 1));
    online(machine("w1", former));
    former.keySet().forEach(pool -> submitTaking(Map.of(pool, 1)));
    assertThat(core.assignJobs.run()).isEqualTo(former.size());
    Map<String, Integer> latter = Map.of("new1", 1, "new2", 1);
    online(machine("w1", latter));
    submitTaking(latter);
    JobId modest = core.submit();
    core.online("w2", 1);

    core.assignJobs.run();

    assertThat(core.job(modest).state()).isEqualTo(JobState.ASSIGNED);
  }

  private JobId submitTaking(Map<String, Integer> slots) {
    return core.submit(JobOptions.DEFAULT.withSlots(new Slots(slots)));
  }

  @Test
  void a_heavy_job_takes_all_that_it_weighs() {
    core.online("w1", 4);
    core.submit(JobOptions.DEFAULT.withSlots(Slots.cpu(3)));
    core.submit(JobOptions.DEFAULT.withSlots(Slots.cpu(3)));
    core.submit();

    assertThat(core.assignJobs.run()).isEqualTo(2);
  }

  @Test
  void a_tag_finds_its_worker() {
    core.online("w1", 4);
    RegisterWorker plain = registration("w2", "1", 1, false);
    online(withSlots(plain, Slots.cpu(1), List.of("big")));
    CapabilityNeeds big =
        new CapabilityNeeds(List.of(), List.of(), List.of(), List.of(), List.of("big"));

    JobId id = core.submit(JobOptions.DEFAULT.requiring(big));
    core.assignJobs.run();

    assertThat(core.job(id).isOf(new WorkerId("w2"))).isTrue();
  }

  @Test
  void while_the_queue_is_paused_nothing_is_given_away() {
    core.online("w1", 1);
    JobId id = core.submit();
    core.pauseQueue.run(TestCoordinator.ADMIN);

    assertThat(core.assignJobs.run()).isZero();
    assertThat(done(core.findJob.run(ALICE, id)).waitingFor())
        .isEqualTo("the queue is paused by root");
    assertThat(core.pauseQueue.run(TestCoordinator.ADMIN).detail()).contains("by root");

    core.resumeQueue.run();

    assertThat(core.assignJobs.run()).isEqualTo(1);
  }

  @Test
  void a_held_worker_gets_nothing_even_after_it_comes_back() {
    WorkerId w1 = core.online("w1", 1);
    done(core.holdWorker.run(w1, Optional.of(WorkerHold.DRAINING)));
    JobId id = core.submit();
    core.online("w1", "two", 1);

    assertThat(core.assignJobs.run()).isZero();
    assertThat(done(core.findJob.run(ALICE, id)).waitingFor())
        .isEqualTo("every worker that fits is paused or draining");

    done(core.holdWorker.run(w1, Optional.empty()));

    assertThat(core.assignJobs.run()).isEqualTo(1);
  }

  @Test
  void no_class_waits_for_ever_behind_a_more_urgent_one() {
    WorkerId w1 = core.online("w1", 1);
    JobId batch = core.submit(JobOptions.DEFAULT.withClass(JobClass.BATCH));
    JobOptions live = JobOptions.DEFAULT.withClass(JobClass.LIVE);
    core.submit(live);

    for (int minutes = 0; minutes < 15 && isPending(batch); minutes++) {
      core.submit(live);
      core.assignJobs.run();
      endAll(w1);
      clock.advance(Duration.ofMinutes(1));
    }

    assertThat(isPending(batch)).isFalse();
  }

  @Test
  void no_priority_waits_for_ever_behind_a_higher_one() {
    WorkerId w1 = core.online("w1", 1);
    JobId low = core.submit(JobOptions.DEFAULT.withPriority(-10));
    JobId middle = core.submit();
    JobOptions high = JobOptions.DEFAULT.withPriority(10);
    core.submit(high);

    int given = 0;
    for (int minutes = 0; minutes < 25 && (isPending(low) || isPending(middle)); minutes++) {
      core.submit(high);
      given += core.assignJobs.run();
      endAll(w1);
      clock.advance(Duration.ofMinutes(1));
    }

    assertThat(isPending(low)).isFalse();
    assertThat(isPending(middle)).isFalse();
    assertThat(given).as("most go to the higher priority").isGreaterThan(10);
  }

  private boolean isPending(JobId id) {
    return core.job(id).state() == JobState.PENDING;
  }

  @Property(tries = 200)
  void jobs_of_one_requester_go_by_class_then_priority_then_age(
      @ForAll @Size(max = 12) List<@From("plainOptions") JobOptions> options) {
    TestCoordinator fresh = new TestCoordinator(new InMemoryStores(), clock);
    WorkerId w1 = online(fresh, machine("w1", Map.of("cpu", 1, "probe", 0)));
    List<Job> jobs = options.stream().map(each -> fresh.job(fresh.submit(each))).toList();
    List<JobId> given = new ArrayList<>();

    while (fresh.assignJobs.run() > 0) {
      for (Job job : held(fresh, w1)) {
        given.add(job.id());
        end(fresh, w1, job.id());
      }
    }

    assertThat(given).containsExactlyElementsOf(jobs.stream().sorted(ORDER).map(Job::id).toList());
  }

  /** The bookkeeping of slots against the jobs that are really held. */
  @Property(tries = 300)
  void no_slot_is_ever_booked_twice(
      @ForAll @Size(max = 30) List<@From("someOptions") JobOptions> options,
      @ForAll List<Boolean> ends) {
    TestCoordinator fresh = new TestCoordinator(new InMemoryStores(), clock);
    List<WorkerId> workers =
        List.of(
            online(fresh, machine("w1", Map.of("cpu", 2, "probe", 1))),
            online(fresh, machine("w2", Map.of("cpu", 4, "probe", 0, "nvenc0", 2))));
    for (int i = 0; i < options.size(); i++) {
      fresh.submit(options.get(i));
      fresh.assignJobs.run();
      workers.forEach(worker -> assertBooked(fresh, worker));
      if (i < ends.size() && ends.get(i)) {
        workers.forEach(
            worker ->
                held(fresh, worker).stream()
                    .findFirst()
                    .ifPresent(job -> end(fresh, worker, job.id())));
      }
    }

    workers.forEach(worker -> held(fresh, worker).forEach(job -> end(fresh, worker, job.id())));

    assertThat(workers).allMatch(worker -> fresh.worker(worker).slotsUsed().equals(Slots.NONE));
  }

  private static void assertBooked(TestCoordinator core, WorkerId id) {
    Worker worker = core.worker(id);
    Slots taken = held(core, id).stream().map(Job::slots).reduce(Slots.NONE, Slots::plus);
    assertThat(worker.slotsUsed()).isEqualTo(taken);
    assertThat(worker.profile().slots().cover(taken)).isTrue();
  }

  @Provide
  Arbitrary<JobOptions> plainOptions() {
    return Combinators.combine(
            Arbitraries.of(JobClass.LIVE, JobClass.NORMAL, JobClass.BATCH),
            Arbitraries.integers().between(-2, 2))
        .as((jobClass, priority) -> JobOptions.DEFAULT.withClass(jobClass).withPriority(priority));
  }

  @Provide
  Arbitrary<JobOptions> someOptions() {
    return Combinators.combine(
            Arbitraries.of(JobClass.class),
            Arbitraries.integers().between(-2, 2),
            Arbitraries.of(Slots.cpu(1), Slots.cpu(2), new Slots(Map.of("cpu", 1, "nvenc0", 1))))
        .as(
            (jobClass, priority, slots) ->
                JobOptions.DEFAULT.withClass(jobClass).withPriority(priority).withSlots(slots));
  }

  private static RegisterWorker machine(String name, Map<String, Integer> slots) {
    return withSlots(registration(name, "1", 1, false), new Slots(slots), List.of());
  }

  private static RegisterWorker withSlots(RegisterWorker plain, Slots slots, List<String> tags) {
    return new RegisterWorker(
        plain.workerId(),
        plain.capabilities(),
        plain.binaries(),
        plain.paths(),
        plain.registrationInterval(),
        plain.version(),
        plain.supportedTransports(),
        plain.draining(),
        slots,
        plain.incarnation(),
        tags,
        plain.capabilitiesHash(),
        plain.fingerprint(),
        plain.setAside());
  }

  private void online(RegisterWorker request) {
    online(core, request);
  }

  private static WorkerId online(TestCoordinator core, RegisterWorker request) {
    core.register(request);
    done(core.verifyWorker.run(request.workerId(), core.token(request.workerId())));
    return request.workerId();
  }

  private void endAll(WorkerId worker) {
    held(core, worker).forEach(job -> end(core, worker, job.id()));
  }

  private static List<Job> held(TestCoordinator core, WorkerId worker) {
    return core.stores.transactions().read(unit -> core.stores.jobs().heldBy(worker));
  }

  private static void end(TestCoordinator core, WorkerId worker, JobId id) {
    core.report(worker, id, JobState.COMPLETED, 0);
  }
}
