package org.dffmpeg.worker.capability;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.dffmpeg.worker.execution.CommandEnding;

/** Asks one binary what it can, and tries its hardware. For one use, on one thread. */
final class Interview {
  /** ffmpeg answers in a tenth of a second, on a machine with nothing else to do. */
  private static final Duration ANSWER = Duration.ofSeconds(10);

  private final String name;
  private final Binary binary;
  private final Map<Kind, Set<String>> offered = new EnumMap<>(Kind.class);
  private final List<BinaryReport.LeftOut> leftOut = new ArrayList<>();

  /** Device → why it cannot be opened; empty text if it can. */
  private final Map<String, String> devices = new LinkedHashMap<>();

  private boolean complete = true;

  Interview(CapabilityProbe.Runner runner, String name, Path binary) {
    this.name = name;
    this.binary = new Binary(runner, binary);
  }

  BinaryReport run() throws InterruptedException {
    Optional<Build> build = answer("-version").flatMap(ProbeParser::build);
    if (build.isEmpty()) {
      return BinaryReport.silent(name, complete);
    }
    if (build.get().encodes()) {
      list(Kind.HWACCEL, ProbeParser::hwaccels, this::opened);
      list(Kind.ENCODER, ProbeParser::codecs, this::working);
    }
    list(Kind.DECODER, ProbeParser::codecs, codec -> Optional.of(codec.name()));
    list(Kind.FILTER, ProbeParser::filters, Optional::of);
    return new BinaryReport(name, build, offered, leftOut, complete);
  }

  /** Says the name of what works. */
  @FunctionalInterface
  private interface Trial<T> {
    Optional<String> of(T entry) throws InterruptedException;
  }

  private <T> void list(Kind kind, Function<String, List<T>> parser, Trial<T> trial)
      throws InterruptedException {
    Optional<String> answer = answer(kind.option());
    if (answer.isPresent()) {
      List<String> names = new ArrayList<>();
      for (T entry : parser.apply(answer.get())) {
        trial.of(entry).ifPresent(names::add);
      }
      offered.put(kind, names.stream().collect(Collectors.toUnmodifiableSet()));
    }
  }

  private Optional<String> opened(String device) throws InterruptedException {
    String problem = Binary.problem(binary.run(Hardware.opening(device))).orElse("");
    devices.put(device, problem);
    return verdict(Kind.HWACCEL, device, problem);
  }

  private Optional<String> working(Codec encoder) throws InterruptedException {
    Optional<Hardware> hardware = Hardware.of(encoder);
    if (hardware.isEmpty()) {
      return Optional.of(encoder.name());
    }
    String closed = devices.getOrDefault(hardware.get().device(), "");
    return verdict(
        Kind.ENCODER,
        encoder.name(),
        closed.isEmpty() ? problem(hardware.get().trial(encoder.name())) : closed);
  }

  private Optional<String> verdict(Kind kind, String entry, String problem) {
    if (problem.isEmpty()) {
      return Optional.of(entry);
    }
    leftOut.add(new BinaryReport.LeftOut(kind.named(entry), problem));
    return Optional.empty();
  }

  private Optional<String> answer(String option) throws InterruptedException {
    CommandEnding ending = binary.run(List.of("-hide_banner", option), ANSWER);
    complete &= !(ending instanceof CommandEnding.TimedOut);
    return ending.fold(
        ended -> Optional.of(ended.output()).filter(output -> ended.exitCode() == 0),
        notStarted -> Optional.empty(),
        late -> Optional.empty());
  }

  private String problem(List<String> trial) throws InterruptedException {
    return Binary.problemOfEncoder(binary.run(trial)).orElse("");
  }
}
