package org.dffmpeg.common.architecture.broken;

/** Breaks A17. */
public class TalksToTheConsole {
  public void talk() {
    System.out.println("talking");
  }
}
