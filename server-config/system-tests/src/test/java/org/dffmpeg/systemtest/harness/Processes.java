package org.dffmpeg.systemtest.harness;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Looks at processes that are not ours. */
public final class Processes {
  private Processes() {}

  /**
   * Whether it can still do something: a zombie, which Java calls alive until its parent has taken
   * note of its end, cannot.
   */
  public static boolean isRunning(ProcessHandle process) {
    try {
      String stat = Files.readString(Path.of("/proc", Long.toString(process.pid()), "stat"));
      return process.isAlive() && stat.charAt(stat.lastIndexOf(')') + 2) != 'Z';
    } catch (IOException gone) {
      return false;
    }
  }
}
