package org.dffmpeg.coordinator.core.scheduling;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.dffmpeg.coordinator.core.job.JobStore;
import org.dffmpeg.coordinator.core.job.JobStore.LaneHead;

/**
 * The heads of the lanes that take part in a pass, class by class. A class with more than {@value
 * #MOST_LANES} lanes takes part with as many, and in the next pass with those behind them: lanes
 * that nobody fits hold up no others for ever. Confined to the scheduler's passes, which do not
 * overlap.
 */
final class LaneHeads {
  /** Of one class in one pass. */
  private static final int MOST_LANES = 1_000;

  private final JobStore jobs;

  /** The last lane of the pass before, by the class of which it left lanes out. */
  private final Map<String, String> leftOutAfter = new HashMap<>();

  LaneHeads(JobStore jobs) {
    this.jobs = jobs;
  }

  /**
   * In the order of the lanes.
   *
   * @param first the first of all that could take part
   * @param takesPart whether those of this class do; if they do not, none behind them does
   */
  List<LaneHead> from(Optional<LaneHead> first, Predicate<LaneHead> takesPart) {
    List<LaneHead> heads = new ArrayList<>();
    Optional<LaneHead> head = first;
    while (head.filter(takesPart).isPresent()) {
      head = addClass(head.get(), heads);
    }
    return heads;
  }

  /** The first head behind the class, if there is one. */
  private Optional<LaneHead> addClass(LaneHead first, List<LaneHead> heads) {
    String ofClass = classOf(first);
    String start = leftOutAfter.remove(ofClass);
    Optional<LaneHead> head = start == null ? Optional.of(first) : jobs.headOfLaneAfter(start);
    int most = heads.size() + MOST_LANES;
    while (head.filter(next -> classOf(next).equals(ofClass)).isPresent()) {
      if (heads.size() == most) {
        leftOutAfter.put(ofClass, heads.get(most - 1).lane());
        return jobs.headOfLaneAfter(after(ofClass));
      }
      heads.add(head.get());
      head = jobs.headOfLaneAfter(head.get().lane());
    }
    return head;
  }

  /** Lanes begin with the rank of their class. */
  private static String classOf(LaneHead head) {
    return head.lane().substring(0, 1);
  }

  private static String after(String ofClass) {
    return Character.toString(ofClass.charAt(0) + 1);
  }
}
