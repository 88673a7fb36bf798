package org.dffmpeg.coordinator.core.cluster;

import org.dffmpeg.common.id.CoordinatorId;
import org.dffmpeg.coordinator.core.delivery.Channel;

/** Passes on to those who wait here what other coordinators tell (N4). Thread-safe. */
public final class BulletinReader implements Broadcast.Audience {
  private final CoordinatorId self;
  private final LocalWakeups here;
  private final Company company;

  /**
   * Reads for this process.
   *
   * @param self whose bulletins are its own, and known
   */
  public BulletinReader(CoordinatorId self, LocalWakeups here, Company company) {
    this.self = self;
    this.here = here;
    this.company = company;
  }

  @Override
  public void heard(String text) {
    Bulletin bulletin = Bulletin.parse(text);
    if (!bulletin.sender().equals(self.value())) {
      company.isNow(false);
      bulletin.items().forEach(this::passOn);
    }
  }

  @Override
  public void mayHaveMissed() {
    here.wakeAll();
  }

  private void passOn(String item) {
    switch (item) {
      case Bulletin.WORK -> here.assign();
      case Bulletin.EVERYTHING -> here.wakeAll();
      default -> Channel.parse(item).ifPresent(here::wake);
    }
  }
}
