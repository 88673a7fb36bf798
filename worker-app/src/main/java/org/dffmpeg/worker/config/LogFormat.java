package org.dffmpeg.worker.config;

/** How the JDK's own logging prints, unless somebody has set it up. */
public final class LogFormat {
  private LogFormat() {}

  /** One line each: time, level, class, text. Works only before the first line was logged. */
  public static void setUnlessSet() {
    if (System.getProperty("java.util.logging.config.file") == null) {
      System.getProperties()
          .putIfAbsent(
              "java.util.logging.SimpleFormatter.format", "%1$tFT%1$tT.%1$tL%1$tz %4$s %5$s%6$s%n");
    }
  }
}
