package org.dffmpeg.client.cli.output;

import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dffmpeg.common.fleet.Slots;
import org.dffmpeg.common.fleet.WorkerHold;
import org.dffmpeg.common.protocol.WorkerView;
import org.jspecify.annotations.Nullable;

/** Workers as tables for people; times are shown in the reader's zone. Immutable. */
public final class WorkerTables {
  private final Times times;

  /** For a reader in that zone. */
  public WorkerTables(ZoneId zone) {
    this.times = new Times(zone);
  }

  /** One line per worker. */
  public Table workers(List<WorkerView> workers) {
    return new Table(
        List.of("WORKER", "STATUS", "SLOTS", "BINARIES", "PATHS", "VERSION", "LAST SEEN"),
        workers.stream()
            .map(
                worker ->
                    List.of(
                        Cell.of(worker.workerId()),
                        state(worker),
                        Cell.of(slots(worker)),
                        Cell.of(words(worker.binaries())),
                        Cell.of(words(worker.paths())),
                        Cell.of(worker.version()),
                        times.cell(worker.lastSeen())))
            .toList());
  }

  /** One line per key of one worker; its capabilities by kind, each with all its names. */
  public Table worker(WorkerView worker) {
    Stream<List<Cell>> profile =
        Stream.of(
            Pairs.pair("worker", Cell.of(worker.workerId())),
            Pairs.pair("status", state(worker)),
            Pairs.pair("slots", Cell.of(slots(worker))),
            Pairs.pair("binaries", Cell.of(words(worker.binaries()))),
            Pairs.pair("paths", Cell.of(words(worker.paths()))),
            Pairs.pair("version", Cell.of(worker.version())),
            Pairs.pair("last seen", times.cell(worker.lastSeen())),
            Pairs.pair("fingerprint", Cell.of(worker.fingerprint())),
            Pairs.pair("capabilities", Cell.of(worker.capabilitiesCount())));
    return Pairs.table(
        Stream.of(profile, setAside(worker), capabilities(worker)).flatMap(rows -> rows));
  }

  private static Stream<List<Cell>> setAside(WorkerView worker) {
    return new TreeMap<>(worker.setAside())
        .entrySet().stream()
            .map(
                each ->
                    Pairs.pair(
                        "set aside", Cell.of(each.getKey() + ": " + each.getValue(), Color.BAD)));
  }

  /** {@code encoder:libx264} stands in the row of {@code encoder}. */
  private static Stream<List<Cell>> capabilities(WorkerView worker) {
    Map<String, List<String>> byKind =
        worker.capabilities().stream()
            .collect(
                Collectors.groupingBy(
                    name -> name.substring(0, Math.max(0, name.indexOf(':'))),
                    TreeMap::new,
                    Collectors.mapping(
                        name -> name.substring(name.indexOf(':') + 1), Collectors.toList())));
    return byKind.entrySet().stream()
        .map(kind -> Pairs.pair("  " + kind.getKey(), Cell.of(words(kind.getValue()))));
  }

  private static Cell state(WorkerView worker) {
    Color color =
        switch (worker.status()) {
          case ONLINE -> Color.GOOD;
          case REGISTERING, DRAINING -> Color.WAITING;
          case OFFLINE -> Color.BAD;
        };
    WorkerHold hold = worker.hold();
    String held = hold == null ? "" : ", " + hold.wireName();
    String broken =
        worker.setAside().isEmpty()
            ? ""
            : ", without " + String.join(" ", new TreeSet<>(worker.setAside().keySet()));
    String limits = held + broken;
    return Cell.of(worker.status().wireName() + limits, limits.isEmpty() ? color : Color.WAITING);
  }

  private static String slots(WorkerView worker) {
    return worker.slots().counts().keySet().stream()
        .map(
            pool ->
                (pool.equals(Slots.CPU) ? "" : pool + " ")
                    + worker.slotsUsed().count(pool)
                    + "/"
                    + worker.slots().count(pool))
        .collect(Collectors.joining(", "));
  }

  private static @Nullable String words(List<String> names) {
    return names.isEmpty() ? null : names.stream().sorted().collect(Collectors.joining(" "));
  }
}
