package org.dffmpeg.worker.config;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.dffmpeg.common.config.Coordinators;
import org.dffmpeg.common.config.PathSettings;
import org.dffmpeg.common.config.PeerIdentity;
import org.dffmpeg.common.config.SettingsReader;
import org.dffmpeg.common.config.SettingsSource;
import org.dffmpeg.common.config.TransportSettings;
import org.dffmpeg.worker.logship.BatchSize;
import org.dffmpeg.worker.mount.MountPoint;
import org.jspecify.annotations.Nullable;

/** Reads the worker's settings (PROTOCOL 18). Stateless. */
public final class WorkerSettingsReader {
  private static final Pattern PATH_SEPARATOR = Pattern.compile(":");
  private static final long MEGABYTE = 1024 * 1024;

  private WorkerSettingsReader() {}

  /**
   * From the file that {@code --config} named, else from the usual places; the environment over it.
   *
   * @throws org.dffmpeg.common.config.ConfigurationException naming every problem
   */
  public static WorkerSettings load(@Nullable Path explicitFile) {
    return read(
        SettingsSource.ofProcess("worker", explicitFile),
        Runtime.getRuntime().availableProcessors());
  }

  static WorkerSettings read(SettingsReader settings, int processors) {
    WorkerSettings read =
        new WorkerSettings(
            PeerIdentity.read(settings),
            Coordinators.read(settings),
            TransportSettings.read(settings),
            PathSettings.read(settings),
            binaries(settings),
            SlotSettings.read(settings, processors),
            settings.texts("tags", List.of()),
            settings.has("job_lease")
                ? Optional.of(seconds(settings, "job_lease", 90, 5, 86_400))
                : Optional.empty(),
            registration(settings),
            draining(settings),
            logs(settings),
            disk(settings),
            settings.flag("probe_capabilities", true),
            mounts(settings.section("mount_management")));
    settings.finish();
    return read;
  }

  private static Map<String, Path> binaries(SettingsReader settings) {
    SettingsReader section = settings.section("binaries");
    Map<String, Path> binaries = new LinkedHashMap<>();
    section
        .textsHere()
        .forEach(
            (name, text) -> {
              Optional<Path> found =
                  text.indexOf('/') >= 0 ? section.path(name) : onPath(settings, text);
              found
                  .filter(Files::isExecutable)
                  .ifPresentOrElse(
                      path -> binaries.put(name, path),
                      () -> section.problem(name, "no executable file: '" + text + "'"));
            });
    if (binaries.isEmpty() && !settings.has("binaries")) {
      settings.problem("binaries", "missing, expected 'name: path' lines below it");
    }
    return binaries;
  }

  /** A name without a slash is looked for as a shell would. */
  private static Optional<Path> onPath(SettingsReader settings, String name) {
    return settings.variable("PATH").stream()
        .flatMap(PATH_SEPARATOR::splitAsStream)
        .filter(directory -> directory.startsWith("/"))
        .map(directory -> Path.of(directory, name))
        .filter(Files::isExecutable)
        .findFirst();
  }

  private static WorkerSettings.Registration registration(SettingsReader settings) {
    int interval = settings.integer("registration_interval", 15, 1, 3600);
    return new WorkerSettings.Registration(
        Duration.ofSeconds(interval), seconds(settings, "jitter", 0.5, 0, 60));
  }

  private static WorkerSettings.Draining draining(SettingsReader settings) {
    return new WorkerSettings.Draining(
        settings.flag("enable_job_draining", true),
        seconds(settings, "min_drain_time_seconds", 5, 0, 3600));
  }

  private static BatchSize logs(SettingsReader settings) {
    return new BatchSize(
        settings.integer("log_batch_size", 100, 1, 10_000),
        seconds(settings, "log_batch_delay", 0.25, 0, 60));
  }

  private static WorkerSettings.Disk disk(SettingsReader settings) {
    return new WorkerSettings.Disk(
        settings.path("spool_dir").orElseGet(() -> StateDirectory.usual(settings)),
        settings.size("spool_limit", 256 * MEGABYTE, MEGABYTE, 1024 * 1024 * MEGABYTE),
        settings.size("min_free_space", 100 * MEGABYTE, 0, 1024 * 1024 * MEGABYTE));
  }

  private static WorkerSettings.Mounts mounts(SettingsReader section) {
    List<MountPoint> points =
        section.sections("mounts", "path").stream()
            .map(WorkerSettingsReader::mountPoint)
            .flatMap(Optional::stream)
            .toList();
    return new WorkerSettings.Mounts(
        section.flag("recovery", true), section.flag("sudo", false), points);
  }

  private static Optional<MountPoint> mountPoint(SettingsReader entry) {
    List<Path> dependencies =
        entry.texts("dependencies", List.of()).stream().map(Path::of).toList();
    if (!entry.has("path")) {
      entry.missing("path");
    }
    return entry.path("path").map(path -> new MountPoint(path, dependencies));
  }

  private static Duration seconds(
      SettingsReader settings, String key, double otherwise, int least, int most) {
    return settings.duration(
        key,
        Duration.ofMillis(Math.round(otherwise * 1000)),
        Duration.ofSeconds(least),
        Duration.ofSeconds(most));
  }
}
