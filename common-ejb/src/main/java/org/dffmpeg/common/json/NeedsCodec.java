package org.dffmpeg.common.json;

import java.util.List;
import org.dffmpeg.common.protocol.CapabilityNeeds;

/** The key {@code requires} of a job. */
final class NeedsCodec implements Codec<CapabilityNeeds> {
  @Override
  public void write(CapabilityNeeds needs, ObjectWriter out) {
    out.texts("encoders", needs.encoders())
        .texts("decoders", needs.decoders())
        .texts("hwaccels", needs.hwaccels())
        .texts("filters", needs.filters())
        .texts("tags", needs.tags());
  }

  @Override
  public CapabilityNeeds read(ObjectReader in) {
    return new CapabilityNeeds(
        names(in, "encoders"),
        names(in, "decoders"),
        names(in, "hwaccels"),
        names(in, "filters"),
        names(in, "tags"));
  }

  private static List<String> names(ObjectReader in, String key) {
    return in.given(
        key,
        input ->
            Readers.boundedList(
                input,
                CapabilityNeeds.MOST_NAMES,
                Readers.someTextUpTo(CapabilityNeeds.LONGEST_NAME)),
        List.of());
  }
}
