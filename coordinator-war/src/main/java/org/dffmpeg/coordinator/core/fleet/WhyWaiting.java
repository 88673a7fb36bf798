package org.dffmpeg.coordinator.core.fleet;

import java.util.Comparator;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.dffmpeg.common.fleet.Slots;

/** Says in a sentence what a pending job waits for (key {@code waiting_for}). Pure. */
public final class WhyWaiting {
  private WhyWaiting() {}

  /**
   * The sentence: without a full stop, in the words of the one who can do something about it.
   *
   * @param ahead how many jobs are before it, if that was counted
   */
  public static String sentence(Requirements needs, List<Worker> online, OptionalInt ahead) {
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
    List<Worker> capable =
        withPaths.stream().filter(worker -> needs.missingCapabilities(worker).isEmpty()).toList();
    if (capable.isEmpty()) {
      return incapable(needs, withPaths);
    }
    List<Worker> working =
        capable.stream().filter(worker -> needs.setAside(worker).isEmpty()).toList();
    if (working.isEmpty()) {
      return broken(needs, capable);
    }
    List<Worker> fitting = working.stream().filter(needs::metBy).toList();
    if (fitting.isEmpty()) {
      return "no online worker that fits has so many slots as the job takes: "
          + needs.slots().text();
    }
    List<Worker> taking = fitting.stream().filter(Worker::takesJobs).toList();
    if (taking.isEmpty()) {
      return "every worker that fits is paused or draining";
    }
    return taking.stream().anyMatch(worker -> worker.free().cover(needs.slots()))
        ? "a worker is free, the job is about to be assigned"
        : busy(needs, taking) + before(ahead);
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
    String missing = fewest(workers, needs::missingCapabilities);
    String able = needs.paths().isEmpty() ? needs.binary() : variables(needs.paths());
    return workers.size() == 1
        ? "the one worker that has " + able + " has no " + missing
        : workers.size() + " workers have " + able + ", none has " + missing;
  }

  private static String broken(Requirements needs, List<Worker> workers) {
    String where =
        workers.size() == 1
            ? "the one worker that fits"
            : "any of the " + workers.size() + " workers that fit";
    return fewest(workers, needs::setAside)
        + " does not work on "
        + where
        + ", and is set aside there until it does";
  }

  /** The capabilities of that kind of the worker that has the fewest of them. */
  private static String fewest(List<Worker> workers, Function<Worker, SortedSet<String>> kind) {
    return workers.stream().map(kind).min(Comparator.comparingInt(Set::size)).orElseThrow().stream()
        .map(capability -> capability.replace(':', ' '))
        .collect(Collectors.joining(" and "));
  }

  private static String variables(Set<String> names) {
    return new TreeSet<>(names).stream().map(name -> "$" + name).collect(Collectors.joining(", "));
  }

  private static Set<String> missing(Requirements needs, Worker worker) {
    Set<String> missing = new TreeSet<>(needs.paths());
    missing.removeAll(worker.profile().paths());
    return missing;
  }

  /** Counted in the pools that the job takes of. */
  private static String busy(Requirements needs, List<Worker> fitting) {
    String slots =
        needs.slots().counts().keySet().stream()
            .map(pool -> count(pool, fitting) + " " + named(pool) + "slots")
            .collect(Collectors.joining(", "));
    return fitting.size() == 1
        ? "the one worker that fits is busy (" + slots + ")"
        : "all " + slots + " of the " + fitting.size() + " workers that fit are busy";
  }

  private static long count(String pool, List<Worker> workers) {
    return workers.stream().mapToLong(worker -> worker.profile().slots().count(pool)).sum();
  }

  private static String named(String pool) {
    return pool.equals(Slots.CPU) ? "" : pool + " ";
  }

  private static String before(OptionalInt ahead) {
    return ahead.isPresent() ? ", " + ahead.getAsInt() + " ahead" : "";
  }
}
