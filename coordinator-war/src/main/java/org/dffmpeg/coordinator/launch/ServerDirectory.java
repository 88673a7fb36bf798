package org.dffmpeg.coordinator.launch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * The server's working files below the data directory. Made anew at every start, because a kept one
 * would deploy the old application again; only the unpacked libraries of the same server jar stay.
 * Confined to the launcher's main thread.
 */
final class ServerDirectory {
  private static final String LIBRARIES = "runtime";
  private static final String LIBRARIES_OF = "runtime.of";

  /** The application is copied and unpacked. */
  private static final int APPLICATION_COPIES = 3;

  /** For the server's own small files and a new database. */
  private static final long ROOM_TO_WORK = 16L << 20;

  private static final String LOGGING =
      """
      handlers=java.util.logging.ConsoleHandler
      java.util.logging.ConsoleHandler.level=ALL
      java.util.logging.ConsoleHandler.formatter=java.util.logging.SimpleFormatter
      java.util.logging.SimpleFormatter.format=%1$tFT%1$tT.%1$tL%1$tz %4$s %3$s %5$s%6$s%n
      .level=WARNING
      jakarta.enterprise.web.level=WARNING
      org.dffmpeg.level=INFO
      # Known and harmless: an untrusted root of the server's own list, drivers seen by its annotation scan,
      # a forward inside one request, a database newer than the migration tool has seen.
      javax.enterprise.system.security.ssl.level=SEVERE
      jakarta.enterprise.web.util.level=SEVERE
      org.jboss.weld.Conversation.level=SEVERE
      org.jboss.weld.Servlet.level=SEVERE
      org.flywaydb.core.internal.database.base.Database.level=SEVERE
      """;

  private final Path root;

  private ServerDirectory(Path root) {
    this.root = root;
  }

  /** Clears and fills {@code root} for one start of {@code serverJar}. */
  static ServerDirectory prepare(Path root, Path serverJar, ServerPlan plan) {
    try {
      ServerDirectory directory = new ServerDirectory(Files.createDirectories(root));
      directory.clear(identity(serverJar));
      directory.write("before-boot.txt", plan.beforeBoot());
      directory.write("after-deployment.txt", plan.afterDeployment());
      directory.write("logging.properties", List.of(LOGGING));
      return directory;
    } catch (IOException | UncheckedIOException e) {
      throw cannotWrite(root, e);
    }
  }

  private static LaunchFailure cannotWrite(Path root, Exception e) {
    return new LaunchFailure("cannot write the server's files in " + root + ": " + e, e);
  }

  /**
   * Looks for the room that the server takes while it starts, because it does not say itself when
   * there is none.
   *
   * @throws LaunchFailure if there is too little
   */
  void requireRoom(Path serverJar, Path war) {
    try {
      long libraries = Files.exists(root.resolve(LIBRARIES)) ? 0 : Files.size(serverJar);
      long needed = libraries + APPLICATION_COPIES * Files.size(war) + ROOM_TO_WORK;
      long free = Files.getFileStore(root).getUsableSpace();
      if (free < needed) {
        throw new LaunchFailure(
            "a start needs "
                + megabytes(needed)
                + " MB of disk in "
                + root
                + ", and "
                + megabytes(free)
                + " MB are free");
      }
    } catch (IOException e) {
      throw cannotWrite(root, e);
    }
  }

  private static long megabytes(long bytes) {
    return bytes >> 20;
  }

  /** The options that the server's main method is called with. */
  List<String> options(Path war) {
    return List.of(
        "--rootdir",
        root.toString(),
        "--nohazelcast",
        "--disablephonehome",
        "--logproperties",
        root.resolve("logging.properties").toString(),
        "--prebootcommandfile",
        root.resolve("before-boot.txt").toString(),
        "--postdeploycommandfile",
        root.resolve("after-deployment.txt").toString(),
        "--deploy",
        war.toString(),
        "--contextroot",
        "/");
  }

  private void write(String name, List<String> lines) throws IOException {
    Files.write(root.resolve(name), lines);
  }

  private void clear(String server) throws IOException {
    Path stamp = root.resolve(LIBRARIES_OF);
    boolean same = Files.exists(stamp) && Files.readString(stamp).equals(server);
    try (Stream<Path> entries = Files.list(root)) {
      entries
          .filter(entry -> !(same && entry.getFileName().toString().equals(LIBRARIES)))
          .forEach(ServerDirectory::delete);
    }
    Files.writeString(stamp, server);
  }

  private static String identity(Path serverJar) throws IOException {
    return Files.size(serverJar) + " " + Files.getLastModifiedTime(serverJar);
  }

  private static void delete(Path tree) {
    try (Stream<Path> entries = Files.walk(tree)) {
      for (Path entry : entries.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(entry);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
