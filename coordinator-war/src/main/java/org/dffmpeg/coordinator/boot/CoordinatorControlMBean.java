package org.dffmpeg.coordinator.boot;

import java.util.Map;

/** What the launcher and the person on call may do, by JMX and within the machine only. */
public interface CoordinatorControlMBean {

  /** Takes no more listeners, ends those there are, answers what is running; then returns (B2). */
  void drain();

  /** Closes the database, to be called after {@link #drain}; what is asked after it gets 503. */
  void close();

  /** How many long polls and streams are open. */
  int getOpenStreams();

  /** What was counted since the start, by name. */
  Map<String, Long> getCounters();
}
