package org.dffmpeg.systemtest.harness;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** Looks at another JVM or process from outside: {@code jcmd} and {@code /proc}. */
public record JvmProbe(long pid) {
  /** The last line of a class histogram: how many live objects there are, and their bytes. */
  private static final Pattern TOTAL = Pattern.compile("(?m)^Total +\\d+ +(\\d+)$");

  /** A serial collector fills gaps with arrays, which count as live, except every fourth time. */
  private static final int COLLECTIONS = 4;

  /**
   * Bytes of live objects, counted one by one after a full collection. (What the collector calls
   * used holds the buffers of its allocations since, several megabytes of noise.)
   */
  public long liveHeapBytes() {
    return IntStream.range(0, COLLECTIONS)
        .mapToLong(i -> liveAfterCollection())
        .min()
        .orElseThrow();
  }

  private long liveAfterCollection() {
    String histogram = jcmd("GC.class_histogram");
    Matcher total = TOTAL.matcher(histogram);
    if (!total.find()) {
      throw new AssertionError("no total in: " + histogram);
    }
    return Long.parseLong(total.group(1));
  }

  public int threads() {
    return Integer.parseInt(status("Threads"));
  }

  /** Resident set size. */
  public long residentBytes() {
    return Long.parseLong(status("VmRSS").replace(" kB", "")) << 10;
  }

  private String status(String key) {
    try {
      return Files.readAllLines(Path.of("/proc", Long.toString(pid), "status")).stream()
          .filter(line -> line.startsWith(key + ":"))
          .map(line -> line.substring(key.length() + 1).strip())
          .findFirst()
          .orElseThrow();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private String jcmd(String command) {
    Path jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd");
    try {
      Process process =
          new ProcessBuilder(jcmd.toString(), Long.toString(pid), command)
              .redirectErrorStream(true)
              .start();
      return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
