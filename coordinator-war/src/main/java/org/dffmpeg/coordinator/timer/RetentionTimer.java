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
import java.time.Duration;

/**
 * Starts the deletion of what is over, at intervals that vary, so that several coordinators do not
 * keep step; and soon after the start what an earlier life of this coordinator left undone.
 */
@Singleton
@Startup
@TransactionManagement(TransactionManagementType.BEAN)
public class RetentionTimer {
  private static final Duration RESUME_AFTER = Duration.ofSeconds(5);
  private static final String RESUME = "resume";

  @Inject private Schedule schedule;
  @Resource private TimerService timers;

  @PostConstruct
  void begin() {
    arm(RESUME_AFTER, RESUME);
    arm(schedule.retain().firstPause(), "");
  }

  @Timeout
  void tick(Timer timer) {
    if (RESUME.equals(timer.getInfo())) {
      schedule.retain().resume().run();
    } else {
      schedule.retain().start().run();
      arm(schedule.retain().pause().get(), "");
    }
  }

  private void arm(Duration pause, String what) {
    timers.createSingleActionTimer(pause.toMillis(), new TimerConfig(what, false));
  }
}
