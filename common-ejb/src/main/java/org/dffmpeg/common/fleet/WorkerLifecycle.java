package org.dffmpeg.common.fleet;

import static org.dffmpeg.common.fleet.WorkerEvent.*;
import static org.dffmpeg.common.fleet.WorkerState.*;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/** The life of a worker as a table (PROTOCOL 11); what is not in it is refused. Immutable. */
public final class WorkerLifecycle {
  private static final Map<WorkerState, Map<WorkerEvent, WorkerState>> TABLE =
      new EnumMap<>(WorkerState.class);

  static {
    row(OFFLINE, REGISTER_ONLINE, REGISTERING);
    row(REGISTERING, REGISTER_ONLINE, REGISTERING);
    row(ONLINE, REGISTER_ONLINE, ONLINE);
    row(DRAINING, REGISTER_ONLINE, ONLINE);

    row(REGISTERING, VERIFY, ONLINE);
    row(ONLINE, VERIFY, ONLINE);
    row(DRAINING, VERIFY, DRAINING);

    for (WorkerState state : WorkerState.values()) {
      row(state, REGISTER_DRAINING, DRAINING);
      row(state, DEREGISTER, OFFLINE);
    }
    row(REGISTERING, EXPIRE, OFFLINE);
    row(ONLINE, EXPIRE, OFFLINE);
    row(DRAINING, EXPIRE, OFFLINE);
  }

  private WorkerLifecycle() {}

  /** The state after the event, or empty if a worker in this state refuses it. */
  public static Optional<WorkerState> next(WorkerState from, WorkerEvent event) {
    return Optional.ofNullable(TABLE.getOrDefault(from, Map.of()).get(event));
  }

  /** The whole table, for documents and tests. Unmodifiable. */
  public static Map<WorkerState, Map<WorkerEvent, WorkerState>> table() {
    return Map.copyOf(TABLE);
  }

  private static void row(WorkerState from, WorkerEvent event, WorkerState to) {
    TABLE.computeIfAbsent(from, state -> new EnumMap<>(WorkerEvent.class)).put(event, to);
  }
}
