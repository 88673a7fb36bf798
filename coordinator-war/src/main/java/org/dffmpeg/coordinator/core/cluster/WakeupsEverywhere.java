package org.dffmpeg.coordinator.core.cluster;

import org.dffmpeg.coordinator.core.delivery.Channel;
import org.dffmpeg.coordinator.core.delivery.WakeupBus;

/**
 * Wakes those who wait here at once, and those who wait at other coordinators, if there are any, by
 * a bulletin (N2). Thread-safe.
 */
public final class WakeupsEverywhere implements WakeupBus {
  private final LocalWakeups here;
  private final Company company;
  private final BulletinBoard board;

  public WakeupsEverywhere(LocalWakeups here, Company company, BulletinBoard board) {
    this.here = here;
    this.company = company;
    this.board = board;
  }

  @Override
  public void messageStored(Channel channel) {
    here.wake(channel);
    if (!company.isAlone()) {
      board.post(channel);
    }
  }

  @Override
  public void workAvailable() {
    here.assign();
    if (!company.isAlone()) {
      board.postWork();
    }
  }
}
