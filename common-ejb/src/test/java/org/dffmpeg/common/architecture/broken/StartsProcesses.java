package org.dffmpeg.common.architecture.broken;

/** Breaks A14. */
public class StartsProcesses {
  public ProcessBuilder process() {
    return new ProcessBuilder("true");
  }
}
