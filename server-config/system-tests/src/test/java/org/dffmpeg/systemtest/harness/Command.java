package org.dffmpeg.systemtest.harness;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What to start, where, and with which variables on top of ours. Immutable. */
public record Command(List<String> words, Path directory, Map<String, String> environment) {
  public Command {
    words = List.copyOf(words);
    environment = Map.copyOf(environment);
  }

  public static Command of(Path program, Path directory, String... arguments) {
    List<String> words = new ArrayList<>(List.of(program.toString()));
    words.addAll(List.of(arguments));
    return new Command(words, directory, Map.of());
  }

  /**
   * The same on a clock that is so far ahead, by libfaketime; the time that only goes on stays what
   * it is.
   */
  Command ahead(Duration by) {
    return with("LD_PRELOAD", Faketime.library())
        .with("FAKETIME", "+" + by.toSeconds() + "s")
        .with("FAKETIME_DONT_FAKE_MONOTONIC", "1")
        .with("FAKETIME_FORCE_MONOTONIC_FIX", "0");
  }

  public Command with(String variable, String value) {
    Map<String, String> more = new TreeMap<>(environment);
    more.put(variable, value);
    return new Command(words, directory, more);
  }
}
