package org.dffmpeg.coordinator.timer;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.Timeout;
import jakarta.ejb.Timer;
import jakarta.ejb.TimerConfig;
import jakarta.ejb.TimerService;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;

/** Looks for jobs to give away, should a signal have been lost. Its ticks do not overlap. */
@Singleton
@Startup
@TransactionManagement(TransactionManagementType.BEAN)
public class SchedulingTimer {
  @Inject private Schedule schedule;
  @Resource private TimerService timers;

  /** Begins one interval after the start. */
  @PostConstruct
  void begin() {
    long millis = schedule.assign().interval().toMillis();
    timers.createIntervalTimer(millis, millis, new TimerConfig(null, false));
  }

  @Timeout
  void tick(Timer timer) {
    schedule.assign().tick().run();
  }
}
