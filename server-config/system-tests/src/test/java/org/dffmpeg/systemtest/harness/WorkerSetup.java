package org.dffmpeg.systemtest.harness;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.dffmpeg.systemtest.wire.Credentials;

/**
 * What a worker offers, and how it reaches the coordinator. Immutable.
 *
 * @param binaries name to executable
 * @param paths variable to directory
 * @param moreYaml further settings, each line ended
 * @param trust goes into the coordinator section
 */
public record WorkerSetup(
    Map<String, Path> binaries, Map<String, Path> paths, String moreYaml, String trust) {
  private static final String UNASKED = "probe_capabilities: false\n";

  public WorkerSetup {
    binaries = Map.copyOf(binaries);
    paths = Map.copyOf(paths);
  }

  /**
   * One binary called {@code ffmpeg}. It is not asked what it can: scripts that write down how they
   * were called would write that down too.
   */
  public static WorkerSetup ffmpeg(Path executable) {
    return new WorkerSetup(Map.of("ffmpeg", executable), Map.of(), UNASKED, "");
  }

  /** The binaries are asked what they can, as they are unless a setting says otherwise. */
  public WorkerSetup asked() {
    return new WorkerSetup(binaries, paths, moreYaml.replace(UNASKED, ""), trust);
  }

  public WorkerSetup binary(String name, Path executable) {
    return new WorkerSetup(plus(binaries, name, executable), paths, moreYaml, trust);
  }

  public WorkerSetup path(String variable, Path directory) {
    return new WorkerSetup(binaries, plus(paths, variable, directory), moreYaml, trust);
  }

  public WorkerSetup yaml(String lines) {
    return new WorkerSetup(binaries, paths, moreYaml + lines, trust);
  }

  /** For https: the certificate to trust. */
  public WorkerSetup trusting(Path certificate) {
    return new WorkerSetup(binaries, paths, moreYaml, Yaml.trust(certificate));
  }

  String yaml(List<URI> coordinators, Credentials identity) {
    return Yaml.peer(coordinators, identity, trust)
        + Yaml.map("binaries", binaries)
        + Yaml.map("paths", paths)
        + ("spool_dir: spool-" + coordinators.get(0).getPort() + "\n")
        + moreYaml;
  }

  private static Map<String, Path> plus(Map<String, Path> map, String name, Path path) {
    Map<String, Path> more = new TreeMap<>(map);
    more.put(name, path);
    return more;
  }
}
