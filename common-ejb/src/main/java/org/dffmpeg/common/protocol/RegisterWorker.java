package org.dffmpeg.common.protocol;

import java.util.List;
import java.util.Map;
import org.dffmpeg.common.fleet.Slots;
import org.dffmpeg.common.id.WorkerId;
import org.jspecify.annotations.Nullable;

/**
 * A worker announces itself (PROTOCOL 5.4, 11). {@code registrationInterval} is in seconds. From
 * {@code slots} (how many jobs at once) on the keys are our additions, null or empty from old
 * workers: {@code incarnation} is a new text for each start of the process, {@code tags} are what
 * its operator calls it, {@code capabilitiesHash} stands for {@code capabilities} that are null
 * here because they were sent before ({@link org.dffmpeg.common.fleet.Capabilities#hash}), {@code
 * fingerprint} names the build of ffmpeg, {@code setAside} the capabilities that do not work now,
 * each with what they say.
 */
public record RegisterWorker(
    WorkerId workerId,
    @Nullable List<String> capabilities,
    List<String> binaries,
    List<String> paths,
    int registrationInterval,
    @Nullable String version,
    List<String> supportedTransports,
    boolean draining,
    @Nullable Slots slots,
    @Nullable String incarnation,
    List<String> tags,
    @Nullable String capabilitiesHash,
    @Nullable String fingerprint,
    Map<String, String> setAside) {
  /** So many may be set aside at once. */
  public static final int MOST_SET_ASIDE = 32;

  public RegisterWorker {
    capabilities = capabilities == null ? null : List.copyOf(capabilities);
    binaries = List.copyOf(binaries);
    paths = List.copyOf(paths);
    supportedTransports = List.copyOf(supportedTransports);
    tags = List.copyOf(tags);
    setAside = Map.copyOf(setAside);
  }
}
