package org.dffmpeg.systemtest.fleet;

import static java.util.stream.Collectors.groupingBy;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.dffmpeg.systemtest.fleet.Journal.Entry;
import org.dffmpeg.systemtest.fleet.Journal.Event;

/** What the journals of all workers say together. Immutable. */
public record Journals(List<Journal> journals) {

  /** Copies. */
  public Journals {
    journals = List.copyOf(journals);
  }

  /** The entries about such an event. */
  public List<Entry> all(Event event) {
    return entries().filter(entry -> entry.event() == event).toList();
  }

  /** The attempts, as job and number, that began while another of the same job had not ended. */
  public List<String> besideAnother() {
    List<String> beside = new ArrayList<>();
    Map<String, List<Entry>> byJob =
        entries()
            .filter(Journals::isStartOrEnd)
            .sorted(Comparator.comparingLong(Entry::nanos))
            .collect(groupingBy(Entry::job));
    for (List<Entry> job : byJob.values()) {
      int running = 0;
      for (Entry entry : job) {
        running += entry.event() == Event.STARTED ? 1 : -1;
        if (running > 1) {
          beside.add(entry.run());
        }
      }
    }
    return beside;
  }

  /** The most attempts that any one worker had under way. */
  public int mostAtOnce() {
    return journals.stream().mapToInt(Journals::mostAtOnce).max().orElse(0);
  }

  private static int mostAtOnce(Journal journal) {
    int running = 0;
    int most = 0;
    for (Entry entry : journal.entries()) {
      running += entry.event() == Event.STARTED ? 1 : entry.event() == Event.ENDED ? -1 : 0;
      most = Math.max(most, running);
    }
    return most;
  }

  /** How many attempts have begun and not ended. */
  public int underWay() {
    return all(Event.STARTED).size() - all(Event.ENDED).size();
  }

  /** How often each attempt, as job and number, was requested. */
  public Map<String, Integer> requests() {
    Map<String, Integer> requests = new HashMap<>();
    all(Event.REQUESTED).forEach(entry -> requests.merge(entry.run(), 1, Integer::sum));
    return requests;
  }

  private Stream<Entry> entries() {
    return journals.stream().flatMap(journal -> journal.entries().stream());
  }

  private static boolean isStartOrEnd(Entry entry) {
    return entry.event() == Event.STARTED || entry.event() == Event.ENDED;
  }
}
