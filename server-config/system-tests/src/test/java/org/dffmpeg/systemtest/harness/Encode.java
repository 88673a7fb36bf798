package org.dffmpeg.systemtest.harness;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * An encode of a synthetic film at the speed at which one would watch it. Its frames are the same
 * each time. Immutable.
 *
 * @param telling whether it prints a hash of each source frame on stdout and something about it on
 *     stderr
 */
public record Encode(Duration length, boolean telling) {
  private static final int RATE = 25;
  private static final Pattern SHOWN = Pattern.compile("showinfo.* n: *(\\d+) ");

  public static Encode lasting(Duration length) {
    return new Encode(length, false);
  }

  public Encode tellingItsFrames() {
    return new Encode(length, true);
  }

  public int frames() {
    return Math.toIntExact(length.toSeconds() * RATE);
  }

  /** ffmpeg's arguments for it. */
  public List<String> to(String file) {
    List<String> words = new ArrayList<>(source("-re"));
    if (telling) {
      words.addAll(List.of("-vf", "showinfo"));
    }
    words.addAll(List.of("-c:v", "libx264", "-preset", "ultrafast", "-flush_packets", "1", file));
    if (telling) {
      words.addAll(List.of("-map", "0:v", "-f", "framemd5", "-"));
    }
    return words;
  }

  private List<String> source(String... speed) {
    List<String> words = new ArrayList<>(List.of("-y", "-nostats"));
    words.addAll(List.of(speed));
    String film = "testsrc=size=320x180:rate=" + RATE + ":duration=" + length.toSeconds();
    words.addAll(List.of("-f", "lavfi", "-i", film));
    return words;
  }

  /** Runs it here; the hashes of its decoded frames. */
  public List<String> run(Path file) {
    output(to(file.toString()));
    return frameHashes(file);
  }

  /** What it prints on stdout where nothing disturbs it, as {@link #told(String)} reads it. */
  public List<String> told() {
    List<String> words = new ArrayList<>(source());
    words.addAll(List.of("-f", "framemd5", "-"));
    return told(output(words));
  }

  /** The lines about frames in what was printed on stdout. */
  public static List<String> told(String out) {
    return out.lines().filter(line -> !line.startsWith("#")).toList();
  }

  /** The numbers of the frames of which something was printed on stderr. */
  public static List<Integer> shown(String err) {
    return SHOWN.matcher(err).results().map(frame -> Integer.valueOf(frame.group(1))).toList();
  }

  /** The hashes of a file's decoded frames. */
  public static List<String> frameHashes(Path file) {
    return told(output(List.of("-i", file.toString(), "-map", "0:v", "-f", "framemd5", "-")));
  }

  private static String output(List<String> arguments) {
    List<String> words =
        Stream.concat(
                Stream.of(Programs.ffmpeg().toString(), "-nostdin", "-v", "error"),
                arguments.stream())
            .toList();
    try {
      Process process =
          new ProcessBuilder(words).redirectError(ProcessBuilder.Redirect.INHERIT).start();
      String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      if (process.waitFor() != 0) {
        throw new IllegalStateException(words + " ended with " + process.exitValue());
      }
      return out;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
