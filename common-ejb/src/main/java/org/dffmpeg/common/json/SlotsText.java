package org.dffmpeg.common.json;

import java.util.Map;
import java.util.function.Function;
import org.dffmpeg.common.fleet.Slots;
import org.jspecify.annotations.Nullable;

/** Slots on the wire: a whole number of the pool cpu, or an object of numbers by pool. */
final class SlotsText {
  private static final Function<Input, Integer> SOME = Readers.integerWithin(1, Slots.MOST);
  private static final Function<Input, Integer> ANY = Readers.integerWithin(0, Slots.MOST);
  private static final Complaint NO_POOL = Complaint.badName("like " + Slots.POOL);
  private static final Complaint RESERVED =
      Complaint.badName("other than " + Slots.PROBE + ", which class probe takes by itself");

  private SlotsText() {}

  static void write(String key, Slots slots, ObjectWriter out) {
    if (slots.isPlain() || slots.counts().isEmpty()) {
      out.number(key, slots.count(Slots.CPU));
    } else {
      out.scalars(key, slots.counts());
    }
  }

  static void writeOrNull(String key, @Nullable Slots slots, ObjectWriter out) {
    if (slots == null) {
      out.text(key, null);
    } else {
      write(key, slots, out);
    }
  }

  /** What a job takes: of one pool at least, but not of the reserved one. */
  static Slots ofJob(Input input) {
    Slots slots = of(input, SOME);
    if (slots.counts().isEmpty()) {
      return input.refuse(Complaint.tooSmall(1), Slots.cpu(1));
    }
    return slots.count(Slots.PROBE) > 0 ? input.refuse(RESERVED, Slots.cpu(1)) : slots;
  }

  /** What a worker has: a number means at least one, an object may name pools without slots. */
  static Slots ofWorker(Input input) {
    return input.value() instanceof Map ? of(input, ANY) : Slots.cpu(SOME.apply(input));
  }

  /** What somebody has or uses, as a coordinator or a worker says it. */
  static Slots shown(Input input) {
    return of(input, ANY);
  }

  private static Slots of(Input input, Function<Input, Integer> count) {
    if (!(input.value() instanceof Map)) {
      return Slots.cpu(count.apply(input));
    }
    return new Slots(
        Readers.boundedMap(input, Slots.MOST_POOLS, name -> !Slots.isPool(name), NO_POOL, count));
  }
}
