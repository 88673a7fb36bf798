package org.dffmpeg.coordinator.stores;

import static org.dffmpeg.coordinator.stores.Samples.job;
import static org.dffmpeg.coordinator.stores.Samples.spec;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.dffmpeg.common.id.JobId;
import org.dffmpeg.common.job.JobClass;
import org.dffmpeg.common.protocol.JobOptions;
import org.dffmpeg.common.testing.SequentialIds;
import org.dffmpeg.coordinator.core.job.Job;
import org.dffmpeg.coordinator.core.job.JobSpec;
import org.dffmpeg.coordinator.core.job.JobStore;
import org.dffmpeg.coordinator.core.job.Place;

/** How the contracts of a {@link JobStore} use one: a unit for each question. */
abstract class JobStoreContract {
  static final int ALL = 100;

  protected abstract Stores stores();

  static Job at(long number, Place place) {
    return job(number).withPlace(place);
  }

  static Place place(int priority) {
    return new Place(JobClass.NORMAL, priority, Optional.empty(), Optional.empty());
  }

  static JobSpec withOptions(JobOptions options) {
    JobSpec plain = spec("ffmpeg");
    return new JobSpec(
        plain.requester(),
        plain.binary(),
        plain.arguments(),
        plain.paths(),
        plain.workingDirectory(),
        plain.heartbeatInterval(),
        plain.callback(),
        options,
        plain.idempotency(),
        plain.createdAt());
  }

  static List<Long> numbers(List<Job> jobs) {
    return jobs.stream().map(job -> Long.valueOf(job.id().value())).toList();
  }

  final void insert(Job job) {
    stores()
        .transactions()
        .write(
            unit -> {
              stores().jobs().insert(job);
              return job;
            });
  }

  final boolean replace(Job seen, Job next) {
    return stores().transactions().write(unit -> stores().jobs().replace(seen, next));
  }

  final Optional<Job> find(long number) {
    return one(jobs -> jobs.find(SequentialIds.job(number)));
  }

  final <T> Optional<T> one(Function<JobStore, Optional<T>> question) {
    return read(question);
  }

  final List<Job> list(Function<JobStore, List<Job>> question) {
    return read(question);
  }

  final List<JobId> ids(Function<JobStore, List<JobId>> question) {
    return read(question);
  }

  final <T> T read(Function<JobStore, T> question) {
    return stores().transactions().read(unit -> question.apply(stores().jobs()));
  }
}
