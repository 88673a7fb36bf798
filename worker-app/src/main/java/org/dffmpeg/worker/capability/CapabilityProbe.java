package org.dffmpeg.worker.capability;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.dffmpeg.worker.execution.CommandEnding;

/** Asks the worker's binaries what they can: some seconds, on the calling thread. Thread-safe. */
public final class CapabilityProbe {

  /** Runs a command to its end, or to its deadline. */
  @FunctionalInterface
  public interface Runner {
    /** How it ended. */
    CommandEnding run(List<String> words, Duration deadline) throws InterruptedException;
  }

  private final Map<String, Path> binaries;
  private final Runner runner;

  /**
   * A probe of those binaries that are called ffmpeg or ffprobe: nothing else is started unless a
   * job asks for it.
   *
   * @param binaries name → executable
   */
  public CapabilityProbe(Map<String, Path> binaries, Runner runner) {
    this.binaries =
        binaries.entrySet().stream()
            .filter(binary -> isFfmpeg(binary.getKey()) || isFfmpeg(fileName(binary.getValue())))
            .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
    this.runner = runner;
  }

  /** The files that are asked. */
  public List<Path> files() {
    return List.copyOf(new TreeMap<>(binaries).values());
  }

  /** Asks them all. */
  public CapabilityReport run() throws InterruptedException {
    List<BinaryReport> reports = new ArrayList<>();
    for (Map.Entry<String, Path> binary : new TreeMap<>(binaries).entrySet()) {
      reports.add(new Interview(runner, binary.getKey(), binary.getValue()).run());
    }
    return CapabilityReport.of(reports);
  }

  private static String fileName(Path file) {
    return String.valueOf(file.getFileName());
  }

  private static boolean isFfmpeg(String name) {
    return name.contains("ffmpeg") || name.contains("ffprobe");
  }
}
