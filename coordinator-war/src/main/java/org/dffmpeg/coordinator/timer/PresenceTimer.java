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

/** Notes that the service is awake. Its ticks do not overlap. */
@Singleton
@Startup
@TransactionManagement(TransactionManagementType.BEAN)
public class PresenceTimer {
  @Inject private Schedule schedule;
  @Resource private TimerService timers;

  /** Begins one interval after the start. */
  @PostConstruct
  void begin() {
    long millis = schedule.presence().interval().toMillis();
    timers.createIntervalTimer(millis, millis, new TimerConfig(null, false));
  }

  @Timeout
  void tick(Timer timer) {
    schedule.presence().tick().run();
  }
}
