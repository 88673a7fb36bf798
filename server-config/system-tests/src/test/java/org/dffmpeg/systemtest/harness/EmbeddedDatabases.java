package org.dffmpeg.systemtest.harness;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.awaitility.Awaitility;

/**
 * One PostgreSQL for this JVM, started when first asked for; it ends with the JVM. A commit is on
 * disk before it is answered, as in production. Thread-safe.
 */
public final class EmbeddedDatabases {
  private static final AtomicInteger COUNT = new AtomicInteger();

  private EmbeddedDatabases() {}

  /** The JDBC URL of a new, empty database. */
  public static String freshUrl() {
    String name = "system" + COUNT.incrementAndGet();
    try (Connection connection = connect();
        Statement statement = connection.createStatement()) {
      statement.execute("create database " + name);
    } catch (SQLException e) {
      throw new IllegalStateException("could not create database " + name, e);
    }
    return "jdbc:postgresql://127.0.0.1:" + Holder.SERVER.getPort() + "/" + name;
  }

  /** kill -9 of the whole server, as if the power went, and a start on what is on its disk. */
  public static void killAndRestart() {
    try {
      Path data = dataDirectory();
      long postmaster = Long.parseLong(Files.readAllLines(data.resolve("postmaster.pid")).get(0));
      String command = Files.readString(data.resolve("postmaster.opts"));
      kill(ProcessHandle.of(postmaster).orElseThrow());
      // It refuses to run as root; zonky starts it in the same way.
      String asNobody =
          System.getProperty("user.name").equals("root") ? "exec unshare -U " : "exec ";
      new ProcessBuilder("sh", "-c", asNobody + command)
          .redirectErrorStream(true)
          .redirectOutput(Files.createTempFile("postgresql", ".log").toFile())
          .start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Awaitility.await().atMost(60, TimeUnit.SECONDS).until(EmbeddedDatabases::answers);
  }

  private static void kill(ProcessHandle postmaster) {
    Stream.concat(Stream.of(postmaster), postmaster.descendants())
        .toList()
        .forEach(
            process -> {
              process.destroyForcibly();
              process.onExit().orTimeout(10, TimeUnit.SECONDS).join();
            });
  }

  private static Path dataDirectory() {
    try (Connection connection = connect();
        Statement statement = connection.createStatement();
        ResultSet setting = statement.executeQuery("show data_directory")) {
      setting.next();
      return Path.of(setting.getString(1));
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static boolean answers() {
    try (Connection connection = connect()) {
      return connection.isValid(1);
    } catch (SQLException notYet) {
      return false;
    }
  }

  private static Connection connect() throws SQLException {
    return Holder.SERVER.getPostgresDatabase().getConnection();
  }

  private static final class Holder {
    private static final EmbeddedPostgres SERVER = start();

    private static EmbeddedPostgres start() {
      try {
        return EmbeddedPostgres.builder()
            .setServerConfig("max_connections", "100")
            .setServerConfig("fsync", "on")
            .setServerConfig("synchronous_commit", "on")
            .start();
      } catch (IOException e) {
        throw new UncheckedIOException("embedded PostgreSQL did not start", e);
      }
    }
  }
}
