package org.dffmpeg.common.architecture.broken;

import java.util.logging.Logger;

/** Breaks A17. */
public class LogsTheOldWay {
  public Logger logger() {
    return Logger.getAnonymousLogger();
  }
}
