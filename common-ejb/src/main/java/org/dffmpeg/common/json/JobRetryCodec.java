package org.dffmpeg.common.json;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.dffmpeg.common.job.EndReason;
import org.dffmpeg.common.json.JobOptionsCodec.Words;
import org.dffmpeg.common.protocol.JobRetry;

/** The key {@code retry} of a job. */
final class JobRetryCodec implements Codec<JobRetry> {
  private static final List<String> REASONS =
      Arrays.stream(EndReason.values()).map(EndReason::wireName).toList();
  private static final Function<Input, Integer> ATTEMPTS =
      Readers.integerWithin(1, JobRetry.MOST_ATTEMPTS);
  private static final Function<Input, Integer> BACKOFF =
      Readers.integerWithin(0, JobRetry.LONGEST_BACKOFF);

  private final Words words;

  JobRetryCodec(Words words) {
    this.words = words;
  }

  @Override
  public void write(JobRetry retry, ObjectWriter out) {
    out.number("max_attempts", retry.maxAttempts())
        .number("backoff", retry.backoff())
        .texts("on", retry.on().stream().map(EndReason::wireName).toList());
  }

  @Override
  public JobRetry read(ObjectReader in) {
    return new JobRetry(
        in.required("max_attempts", ATTEMPTS, 1),
        in.given("backoff", BACKOFF, JobRetry.DEFAULT_BACKOFF),
        in.given("on", this::reasons, List.of()));
  }

  private List<EndReason> reasons(Input input) {
    return words == Words.LENIENT
        ? Readers.texts(input).stream()
            .map(EndReason::ofWireName)
            .flatMap(Optional::stream)
            .toList()
        : Readers.boundedList(
            input,
            REASONS.size(),
            item -> Readers.word(item, EndReason::ofWireName, REASONS, EndReason.EXITED));
  }
}
