package org.dffmpeg.coordinator.core.fleet;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Says in a sentence what a pending job waits for (key {@code waiting_for}). Pure. */
public final class WhyWaiting {
  private WhyWaiting() {}

  /** The sentence: without a full stop, in the words of the one who can do something about it. */
  public static String sentence(Requirements needs, List<Worker> online) {
    if (online.isEmpty()) {
      return "no worker is online";
    }
    List<Worker> withBinary = online.stream().filter(needs::hasBinary).toList();
    if (withBinary.isEmpty()) {
      return "no online worker offers " + needs.binary();
    }
    List<Worker> withPaths = withBinary.stream().filter(needs::hasPaths).toList();
    if (withPaths.isEmpty()) {
      return "no online worker with " + needs.binary() + " has " + missing(needs, withBinary);
    }
    List<Worker> fitting = withPaths.stream().filter(needs::metBy).toList();
    if (fitting.isEmpty()) {
      return incapable(needs, withPaths);
    }
    return fitting.stream().anyMatch(Worker::hasFreeSlot)
        ? "a worker is free, the job is about to be assigned"
        : busy(fitting);
  }

  /** The path variables that are missing on the worker that lacks the fewest. */
  private static String missing(Requirements needs, List<Worker> workers) {
    return variables(
        workers.stream()
            .map(worker -> missing(needs, worker))
            .min(Comparator.comparingInt(Set::size))
            .orElse(needs.paths()));
  }

  /** What the worker that comes nearest does not have. */
  private static String incapable(Requirements needs, List<Worker> workers) {
    String missing =
        workers.stream()
            .map(needs::missingCapabilities)
            .min(Comparator.comparingInt(Set::size))
            .orElseThrow()
            .stream()
            .map(capability -> capability.replace(':', ' '))
            .collect(Collectors.joining(" and "));
    String able = needs.paths().isEmpty() ? needs.binary() : variables(needs.paths());
    return workers.size() == 1
        ? "the one worker that has " + able + " has no " + missing
        : workers.size() + " workers have " + able + ", none has " + missing;
  }

  private static String variables(Set<String> names) {
    return new TreeSet<>(names).stream().map(name -> "$" + name).collect(Collectors.joining(", "));
  }

  private static Set<String> missing(Requirements needs, Worker worker) {
    Set<String> missing = new TreeSet<>(needs.paths());
    missing.removeAll(worker.profile().paths());
    return missing;
  }

  private static String busy(List<Worker> fitting) {
    int slots = fitting.stream().mapToInt(worker -> worker.profile().slots()).sum();
    return fitting.size() == 1
        ? "the one worker that fits is busy (" + slots + " slots)"
        : "all " + fitting.size() + " workers that fit are busy (" + slots + " slots)";
  }
}
