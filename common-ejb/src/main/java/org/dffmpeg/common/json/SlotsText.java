package org.dffmpeg.common.json;

import java.util.Map;
import java.util.function.Function;
import org.dffmpeg.common.fleet.Slots;

/** Slots on the wire: a whole number of the pool cpu, or an object of numbers by pool. */
final class SlotsText {
  private static final Function<Input, Integer> COUNT = Readers.integerWithin(1, Slots.MOST);
  private static final Complaint NO_POOL = Complaint.badName("like " + Slots.POOL);
  private static final Complaint RESERVED =
      Complaint.badName("other than " + Slots.PROBE + ", which class probe takes by itself");

  private SlotsText() {}

  static void write(String key, Slots slots, ObjectWriter out) {
    if (slots.isPlain()) {
      out.number(key, slots.count(Slots.CPU));
    } else {
      out.scalars(key, slots.counts());
    }
  }

  /** What a job takes: of one pool at least, but not of the reserved one. */
  static Slots ofJob(Input input) {
    Slots slots = of(input);
    if (slots.counts().isEmpty()) {
      return input.refuse(Complaint.tooSmall(1), Slots.cpu(1));
    }
    return slots.count(Slots.PROBE) > 0 ? input.refuse(RESERVED, Slots.cpu(1)) : slots;
  }

  private static Slots of(Input input) {
    if (!(input.value() instanceof Map)) {
      return Slots.cpu(COUNT.apply(input));
    }
    return new Slots(
        Readers.boundedMap(input, Slots.MOST_POOLS, name -> !Slots.isPool(name), NO_POOL, COUNT));
  }
}
