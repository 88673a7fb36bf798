package org.dffmpeg.client.cli.run;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.dffmpeg.client.api.ClientSettings;
import org.dffmpeg.client.cli.config.Surroundings;
import org.dffmpeg.common.config.ConfigurationException;
import org.dffmpeg.common.config.CoordinatorAddress;
import org.dffmpeg.common.config.Coordinators;

/**
 * Decides as whom an administrator acts. The first that applies: {@code --data-dir}, {@code
 * --config}, {@code DFFMPEG_DATA_DIR}, {@code ./dffmpeg-data}, the client's settings from the usual
 * places. A data directory means {@code localadmin} with the key in it.
 */
public final class AdminIdentity {
  private static final String KEY_FILE = "localadmin.key";
  private static final String URL_VARIABLE = "DFFMPEG_COORDINATOR_URL";
  private static final String CA_VARIABLE = "DFFMPEG_COORDINATOR_CA_FILE";
  private static final String DATA_VARIABLE = "DFFMPEG_DATA_DIR";
  private static final URI USUAL_COORDINATOR = URI.create("http://127.0.0.1:8000");

  private final AdminTarget target;
  private final Surroundings here;

  /** Decides for what the command line said, in these surroundings. */
  public AdminIdentity(AdminTarget target, Surroundings here) {
    this.target = target;
    this.here = here;
  }

  /**
   * The settings to act with.
   *
   * @throws CommandFailed if they are wrong, naming every problem, or if the key of localadmin
   *     cannot be read
   */
  public ClientSettings settings() {
    Optional<Path> data = dataDirectory();
    ClientSettings base = data.isPresent() ? localAdmin(data.get()) : ofAnIdentity();
    ClientSettings trusting = target.caFile().map(base::withCaFile).orElse(base);
    return target.coordinators().isEmpty()
        ? trusting
        : trusting.withCoordinators(target.coordinators());
  }

  private Optional<Path> dataDirectory() {
    if (target.dataDirectory().isPresent()) {
      return target.dataDirectory().map(here.workingDirectory()::resolve);
    }
    if (target.config().isPresent()) {
      return Optional.empty();
    }
    Optional<Path> named = here.variable(DATA_VARIABLE).map(here.workingDirectory()::resolve);
    return named.or(
        () ->
            Optional.of(here.workingDirectory().resolve("dffmpeg-data"))
                .filter(usual -> Files.isReadable(usual.resolve(KEY_FILE))));
  }

  private ClientSettings localAdmin(Path data) {
    ClientSettings bare =
        ClientSettings.of(USUAL_COORDINATOR, "localadmin", readKey(data.resolve(KEY_FILE)));
    ClientSettings usual =
        here.variable(CA_VARIABLE)
            .map(here.workingDirectory()::resolve)
            .map(bare::withCaFile)
            .orElse(bare);
    return here.variable(URL_VARIABLE)
        .map(urls -> usual.withCoordinators(listed(urls)))
        .orElse(usual);
  }

  private static List<URI> listed(String urls) {
    return Coordinators.ofUrls(urls).stream()
        .map(CoordinatorAddress::baseUrl)
        .map(URI::create)
        .toList();
  }

  private ClientSettings ofAnIdentity() {
    try {
      return ClientSettings.load(target.config());
    } catch (ConfigurationException e) {
      String hint = "; as localadmin: --data-dir with the coordinator's data directory";
      throw new CommandFailed(
          ExitCode.ERROR, e.getMessage() + (target.config().isPresent() ? "" : hint), e);
    }
  }

  private static String readKey(Path file) {
    try {
      return Files.readString(file).strip();
    } catch (NoSuchFileException e) {
      throw new CommandFailed(
          ExitCode.ERROR,
          "there is no "
              + file
              + "; the coordinator writes it at its first start (is this its data directory?)",
          e);
    } catch (IOException e) {
      throw new CommandFailed(
          ExitCode.ERROR,
          "cannot read " + file + "; only the coordinator's user may, or use --config",
          e);
    }
  }
}
