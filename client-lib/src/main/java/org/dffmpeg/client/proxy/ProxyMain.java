package org.dffmpeg.client.proxy;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.nio.file.Path;
import java.util.List;
import org.dffmpeg.client.api.ClientSettings;

/** {@code ffmpeg} or {@code ffprobe}, as the launcher was called. */
public final class ProxyMain {
  private ProxyMain() {}

  /**
   * Ends the process with ffmpeg's exit code.
   *
   * @param commandLine argv[0], then all arguments
   */
  public static void main(String[] commandLine) {
    Proxy proxy =
        new Proxy(
            ClientSettings::load,
            new FileOutputStream(FileDescriptor.out),
            new FileOutputStream(FileDescriptor.err));
    Path here = Path.of("").toAbsolutePath();
    System.exit(proxy.run(ProxyInvocation.of(List.of(commandLine), here)));
  }
}
