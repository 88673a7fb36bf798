package org.dffmpeg.common.json;

import java.util.Map;
import java.util.function.Function;
import org.dffmpeg.common.job.JobClass;
import org.dffmpeg.common.protocol.CapabilityNeeds;
import org.dffmpeg.common.protocol.JobLimits;
import org.dffmpeg.common.protocol.JobOptions;
import org.jspecify.annotations.Nullable;

/** Our additions to PROTOCOL 5.4, {@code POST /jobs/submit}: they stand flat beside its keys. */
final class JobOptionsCodec implements Codec<JobOptions> {
  /** What is asked for: words that are not known are refused. */
  static final JobOptionsCodec ASKED = new JobOptionsCodec(Words.STRICT);

  /** What a coordinator shows, perhaps a newer one: words that are not known are left out. */
  static final JobOptionsCodec SHOWN = new JobOptionsCodec(Words.LENIENT);

  private static final NeedsCodec NEEDS = new NeedsCodec();
  private static final int HIGHEST = JobOptions.HIGHEST_PRIORITY;
  static final Function<Input, Integer> PRIORITY = Readers.integerWithin(-HIGHEST, HIGHEST);
  private static final Function<Input, Integer> SECONDS =
      Readers.integerWithin(1, JobLimits.LONGEST);

  /** What becomes of a word that is not known. */
  enum Words {
    STRICT,
    LENIENT
  }

  private final Words words;
  private final JobRetryCodec retry;

  private JobOptionsCodec(Words words) {
    this.words = words;
    this.retry = new JobRetryCodec(words);
  }

  @Override
  public void write(JobOptions options, ObjectWriter out) {
    JobClass jobClass = options.jobClass();
    out.text("class", jobClass == null ? null : jobClass.wireName())
        .number("priority", options.priority())
        .scalars("labels", options.labels())
        .objectUnless(CapabilityNeeds.NONE, "requires", NEEDS, options.requires());
    SlotsText.write("slots", options.slots(), out);
    out.number("queue_timeout", options.limits().queueTimeout())
        .number("run_timeout", options.limits().runTimeout())
        .number("stall_timeout", options.limits().stallTimeout())
        .optionalObject("retry", retry, options.retry())
        .time("not_before", options.notBefore());
  }

  @Override
  public JobOptions read(ObjectReader in) {
    return new JobOptions(
        in.optional("class", this::jobClass),
        in.given("priority", PRIORITY, 0),
        in.given("labels", JobOptionsCodec::labels, Map.of()),
        in.given("requires", input -> input.object(NEEDS), CapabilityNeeds.NONE),
        in.given("slots", SlotsText::ofJob, JobOptions.DEFAULT.slots()),
        limits(in),
        in.optional("retry", input -> input.object(retry)),
        in.optionalTime("not_before"));
  }

  @Nullable JobClass jobClass(Input input) {
    return words == Words.LENIENT
        ? Readers.wordOrNull(input, JobClass::ofWireName)
        : Readers.word(input, JobClass::ofWireName, JobClass.wireNames(), JobClass.NORMAL);
  }

  private static JobLimits limits(ObjectReader in) {
    return new JobLimits(
        in.optional("queue_timeout", SECONDS),
        in.optional("run_timeout", SECONDS),
        in.optional("stall_timeout", SECONDS));
  }

  private static Map<String, String> labels(Input input) {
    return Readers.boundedMap(
        input,
        JobOptions.MOST_LABELS,
        name -> name.isEmpty() || name.length() > JobOptions.LONGEST_LABEL,
        Complaint.badName("from 1 to " + JobOptions.LONGEST_LABEL + " characters"),
        Readers.textUpTo(JobOptions.LONGEST_VALUE));
  }
}
