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

/** Sweeps for what is overdue. Its ticks do not overlap. */
@Singleton
@Startup
@TransactionManagement(TransactionManagementType.BEAN)
public class JanitorTimer {
  @Inject private Schedule schedule;
  @Resource private TimerService timers;

  /** Begins one interval after the start, or a little later. */
  @PostConstruct
  void begin() {
    Schedule.Every sweep = schedule.sweep();
    timers.createIntervalTimer(
        sweep.first().toMillis(), sweep.interval().toMillis(), new TimerConfig(null, false));
  }

  @Timeout
  void tick(Timer timer) {
    schedule.sweep().tick().run();
  }
}
