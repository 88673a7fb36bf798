package org.dffmpeg.worker.mount;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Which path variables can be used: those none of whose mounts is down. A mount belongs to a
 * variable if the variable's directory lies in it, or it lies in the directory. Immutable.
 */
public final class MountCheck {
  private final Map<String, Path> variables;
  private final List<MountPoint> mounts;
  private final MountProbe probe;
  private final Consumer<List<Path>> recovery;

  /**
   * A check.
   *
   * @param recovery takes the mount points that are down, in the order in which to mount them; must
   *     not block
   */
  public MountCheck(
      Map<String, Path> variables,
      List<MountPoint> mounts,
      MountProbe probe,
      Consumer<List<Path>> recovery) {
    this.variables = Map.copyOf(variables);
    this.mounts = List.copyOf(mounts);
    this.probe = probe;
    this.recovery = recovery;
  }

  /** The usable variables in alphabetical order; asks for the recovery of what is down. */
  public List<String> usableVariables() {
    if (mounts.isEmpty()) {
      return variables.keySet().stream().sorted().toList();
    }
    Set<Path> mounted = probe.mounted();
    List<Path> down = down(mounted);
    if (!down.isEmpty()) {
      recovery.accept(down);
    }
    return variables.entrySet().stream()
        .filter(
            v -> mounts.stream().noneMatch(m -> concerns(m, v.getValue()) && isDown(m, mounted)))
        .map(Map.Entry::getKey)
        .sorted()
        .toList();
  }

  private List<Path> down(Set<Path> mounted) {
    Set<Path> down = new LinkedHashSet<>();
    mounts.forEach(m -> m.chain().stream().filter(p -> !mounted.contains(p)).forEach(down::add));
    return new ArrayList<>(down);
  }

  private static boolean concerns(MountPoint mount, Path directory) {
    return directory.startsWith(mount.path()) || mount.path().startsWith(directory);
  }

  private static boolean isDown(MountPoint mount, Set<Path> mounted) {
    return !mounted.containsAll(mount.chain());
  }
}
