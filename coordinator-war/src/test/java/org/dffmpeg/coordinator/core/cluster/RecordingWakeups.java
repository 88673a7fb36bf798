package org.dffmpeg.coordinator.core.cluster;

import java.util.ArrayList;
import java.util.List;
import org.dffmpeg.coordinator.core.delivery.Channel;

/** Remembers who was woken here: a channel, {@code work} or {@code all}. Confined to one test. */
final class RecordingWakeups implements LocalWakeups {
  final List<String> woken = new ArrayList<>();

  @Override
  public void wake(Channel channel) {
    woken.add(channel.text());
  }

  @Override
  public void assign() {
    woken.add("work");
  }

  @Override
  public void wakeAll() {
    woken.add("all");
  }
}
