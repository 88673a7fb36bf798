package org.dffmpeg.common.architecture.broken;

/** Breaks A9. */
public class Sleeps {
  public void sleep() throws InterruptedException {
    Thread.sleep(1);
  }
}
