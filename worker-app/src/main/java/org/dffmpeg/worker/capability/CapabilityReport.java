package org.dffmpeg.worker.capability;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dffmpeg.common.fleet.Capabilities;
import org.dffmpeg.common.signing.Sha256;
import org.dffmpeg.worker.capability.BinaryReport.LeftOut;

/**
 * What the binaries of a worker can, together (C4). Immutable.
 *
 * @param fingerprint of the builds of ffmpeg, or of ffprobe where there is no ffmpeg: SHA-256 in
 *     hex of the lines with version and configuration; empty if there is neither
 * @param remarks sentences for people: who answered, what was left out and why
 * @param complete whether every answer came in time
 */
public record CapabilityReport(
    Capabilities capabilities,
    Optional<String> fingerprint,
    List<String> remarks,
    boolean complete) {

  /** Copies. */
  public CapabilityReport {
    remarks = List.copyOf(remarks);
  }

  static CapabilityReport of(List<BinaryReport> binaries) {
    List<LeftOut> leftOut = new ArrayList<>();
    binaries.forEach(binary -> leftOut.addAll(binary.leftOut()));
    List<String> names = new ArrayList<>();
    for (Kind kind : Kind.values()) {
      names.addAll(common(kind, binaries, leftOut));
    }
    Capabilities capabilities = Capabilities.of(sendable(names, leftOut));
    Optional<String> fingerprint = fingerprint(binaries);
    return new CapabilityReport(
        capabilities,
        fingerprint,
        remarks(binaries, capabilities, fingerprint, leftOut),
        binaries.stream().allMatch(BinaryReport::complete));
  }

  /** The report as text: one capability a line, remarks after a {@code #}. */
  public List<String> lines() {
    return Stream.concat(remarks.stream().map("# "::concat), capabilities.stream()).toList();
  }

  /** What all binaries have that gave a list of that kind. */
  private static Set<String> common(Kind kind, List<BinaryReport> binaries, List<LeftOut> leftOut) {
    List<Set<String>> lists =
        binaries.stream()
            .filter(binary -> binary.offered().containsKey(kind))
            .map(binary -> binary.offered().get(kind))
            .toList();
    Set<String> common = new TreeSet<>();
    for (String name : lists.stream().flatMap(Set::stream).collect(Collectors.toSet())) {
      if (lists.stream().allMatch(list -> list.contains(name))) {
        common.add(kind.named(name));
      } else {
        leftOut.add(new LeftOut(kind.named(name), "not every binary has it"));
      }
    }
    return common;
  }

  /** A coordinator would refuse the whole registration for one odd name. */
  private static List<String> sendable(List<String> names, List<LeftOut> leftOut) {
    List<String> sendable = new ArrayList<>();
    for (String name : names) {
      if (sendable.size() < Capabilities.MOST && Capabilities.isName(name)) {
        sendable.add(name);
      } else {
        leftOut.add(new LeftOut(name, "it cannot be sent"));
      }
    }
    return sendable;
  }

  private static Optional<String> fingerprint(List<BinaryReport> binaries) {
    List<Build> builds = binaries.stream().flatMap(binary -> binary.build().stream()).toList();
    boolean encoding = builds.stream().anyMatch(Build::encodes);
    Set<String> lines =
        builds.stream()
            .filter(build -> build.encodes() == encoding)
            .map(build -> build.version() + "\n" + build.configuration() + "\n")
            .collect(Collectors.toCollection(TreeSet::new));
    return lines.isEmpty()
        ? Optional.empty()
        : Optional.of(Sha256.hex(String.join("", lines).getBytes(StandardCharsets.UTF_8)));
  }

  private static List<String> remarks(
      List<BinaryReport> binaries,
      Capabilities capabilities,
      Optional<String> fingerprint,
      Collection<LeftOut> leftOut) {
    List<String> remarks = new ArrayList<>();
    for (BinaryReport binary : binaries) {
      String said = binary.build().map(Build::version).orElse("does not answer like ffmpeg");
      remarks.add(binary.binary() + ": " + said + (binary.complete() ? "" : " (not in time)"));
    }
    remarks.add(capabilities.size() + " capabilities, fingerprint " + fingerprint.orElse("(none)"));
    Map<String, Set<String>> byReason = new LinkedHashMap<>();
    leftOut.forEach(
        left ->
            byReason.computeIfAbsent(left.reason(), r -> new TreeSet<>()).add(left.capability()));
    byReason.forEach(
        (reason, names) -> remarks.add("left out: " + String.join(" ", names) + ": " + reason));
    return remarks;
  }
}
