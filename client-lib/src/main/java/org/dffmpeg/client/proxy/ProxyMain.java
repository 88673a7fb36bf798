package org.dffmpeg.client.proxy;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.nio.file.Path;
import java.util.List;

/** {@code ffmpeg} or {@code ffprobe}, as the launcher was called. */
public final class ProxyMain {
  private ProxyMain() {}

  /**
   * Ends the process with ffmpeg's exit code.
   *
   * @param commandLine argv[0], then all arguments
   */
  public static void main(String[] commandLine) {
    System.exit(run(List.of(commandLine)));
  }

  /** All of it but the end of the process. */
  static int run(List<String> commandLine) {
    Proxy proxy =
        new Proxy(
            new FileOutputStream(FileDescriptor.out), new FileOutputStream(FileDescriptor.err));
    return proxy.run(ProxyInvocation.of(commandLine, Path.of("").toAbsolutePath()));
  }
}
