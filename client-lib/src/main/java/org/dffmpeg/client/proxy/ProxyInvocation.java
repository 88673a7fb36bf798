package org.dffmpeg.client.proxy;

import java.nio.file.Path;
import java.util.List;
import org.dffmpeg.client.api.JobRequest;

/**
 * What the caller wanted to run (PROTOCOL 18 "dffmpeg_proxy"). Immutable.
 *
 * @param binary the name it called us by, without directories
 * @param arguments all of its arguments
 * @param workingDirectory where it stands
 */
public record ProxyInvocation(String binary, List<String> arguments, Path workingDirectory) {
  /** Copies. */
  public ProxyInvocation {
    arguments = List.copyOf(arguments);
  }

  /**
   * Reads what the launcher passes on: argv[0], then the arguments.
   *
   * @throws IllegalArgumentException if there is no argv[0]
   */
  public static ProxyInvocation of(List<String> commandLine, Path workingDirectory) {
    if (commandLine.isEmpty()) {
      throw new IllegalArgumentException("called without a name; use the dffmpeg-proxy launcher");
    }
    String calledAs = commandLine.get(0);
    String binary = calledAs.substring(calledAs.lastIndexOf('/') + 1);
    return new ProxyInvocation(
        binary, commandLine.subList(1, commandLine.size()), workingDirectory);
  }

  /** The monitored job that this is. */
  public JobRequest request() {
    return JobRequest.of(binary, arguments).in(workingDirectory);
  }
}
