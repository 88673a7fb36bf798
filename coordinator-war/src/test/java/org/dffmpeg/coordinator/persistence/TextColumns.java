package org.dffmpeg.coordinator.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.dffmpeg.coordinator.persistence.TextColumns.Fed.list;
import static org.dffmpeg.coordinator.persistence.TextColumns.Fed.text;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dffmpeg.common.id.JobId;
import org.dffmpeg.common.id.WorkerId;
import org.dffmpeg.common.json.WireFormatException;
import org.dffmpeg.common.json.WireJson;
import org.dffmpeg.common.protocol.AddUser;
import org.dffmpeg.common.protocol.RegisterWorker;
import org.dffmpeg.common.protocol.ReportStatus;
import org.dffmpeg.common.protocol.Role;
import org.dffmpeg.common.protocol.SubmitJob;
import org.dffmpeg.common.testing.MutableClock;
import org.dffmpeg.coordinator.core.access.Identity;
import org.dffmpeg.coordinator.core.access.SealedKey;
import org.dffmpeg.coordinator.stores.Samples;
import org.dffmpeg.coordinator.stores.TestCoordinator;
import org.junit.jupiter.api.Test;

/**
 * Every text column keeps the longest text that the codec lets through, and the codec names what is
 * longer; a subclass names the database.
 */
abstract class TextColumns {
  /** Columns that requests fill, and how long a text may be there. */
  private static final List<Fed> FED =
      List.of(
          text("jobs.binary_name", 255, SubmitJob.class),
          list("jobs.arguments", 1_000_000, SubmitJob.class),
          list("jobs.paths", 1_000_000, SubmitJob.class),
          text("jobs.working_directory", 10_000, SubmitJob.class),
          text("jobs.idempotency_key", 255, SubmitJob.class),
          text("jobs.reason_detail", 10_000, ReportStatus.class),
          text("attempts.reason_detail", 10_000, ReportStatus.class),
          text("workers.worker_id", 255, RegisterWorker.class),
          list("workers.paths", 1_000_000, RegisterWorker.class),
          text("workers.version", 255, RegisterWorker.class),
          text("workers.incarnation", 255, RegisterWorker.class),
          text("identities.client_id", 255, AddUser.class),
          list("identities.allowed_cidrs", 100_000, AddUser.class));

  /** What takes only words that the coordinator allows: none of this length. */
  private static final Fed CHOSEN = list("workers.binaries", 100_000, RegisterWorker.class);

  /** Columns that repeat one of those, hold what is bounded in itself, or that only we write. */
  private static final Set<String> OURS =
      Set.of(
          "coordinators.coordinator_id",
          "coordinators.address",
          "coordinators.version",
          "identities.roles",
          "identities.key_text",
          "identities.key_id",
          "capability_sets.hash",
          "capability_sets.names",
          "workers.capabilities_hash",
          "workers.fingerprint",
          "workers.set_aside",
          "workers.state",
          "workers.other_slots",
          "workers.other_slots_used",
          "workers.operator_hold",
          "queue_pause.paused_by",
          "workers.token",
          "workers.token_message_id",
          "workers.last_message_id",
          "workers.sent_through",
          "attempts.job_id",
          "attempts.worker_id",
          "attempts.reason",
          "jobs.job_id",
          "jobs.requester_id",
          "jobs.callback",
          "jobs.options",
          "jobs.job_class",
          "jobs.lane",
          "jobs.request_hash",
          "jobs.state",
          "jobs.worker_id",
          "jobs.last_worker_id",
          "jobs.failed_on",
          "jobs.outputs",
          "jobs.incarnation",
          "jobs.reason",
          "jobs.last_message_id",
          "jobs.last_log_id",
          "jobs.sent_through",
          "messages.channel",
          "messages.message_id",
          "messages.job_id",
          "messages.message_type",
          "messages.body",
          "retention_marks.sweep",
          "retention_marks.job_id");

  /** A column, how long a text may be there, the request, and the JSON of a so long value. */
  record Fed(String column, int longest, Class<?> type, IntFunction<String> value) {
    static Fed text(String column, int longest, Class<?> type) {
      return new Fed(column, longest, type, length -> "\"" + "n".repeat(length) + "\"");
    }

    /** Half of it in characters that stores keep as six. */
    static Fed list(String column, int longest, Class<?> type) {
      return new Fed(
          column,
          longest,
          type,
          length -> {
            int escaped = length / 12;
            String plain = "x".repeat(length - 6 * escaped - 7);
            return "[\"" + "é".repeat(escaped) + "\",\"" + plain + "\"]";
          });
    }

    /** The key that fills the column has its name. */
    String key() {
      return column.substring(column.indexOf('.') + 1);
    }

    byte[] body(int length) {
      String required =
          "\"supported_transports\":[\"http_polling\"],\"registration_interval\":15,\"exit_code\":1,"
              + "\"status\":\""
              + (type == ReportStatus.class ? "failed" : "online")
              + "\"";
      String names =
          Stream.of("binary_name", "worker_id", "client_id")
              .filter(name -> !name.equals(key()))
              .map(name -> ",\"" + name + "\":\"ffmpeg\"")
              .collect(Collectors.joining());
      return ("{" + required + names + ",\"" + key() + "\":" + value.apply(length) + "}")
          .getBytes(StandardCharsets.UTF_8);
    }
  }

  abstract Database database();

  @Test
  void a_text_that_no_column_keeps_is_refused_by_name() {
    assertThat(Stream.concat(FED.stream(), Stream.of(CHOSEN)))
        .allSatisfy(
            fed -> {
              WireFormatException refusal =
                  catchThrowableOfType(
                      WireFormatException.class,
                      () -> WireJson.read(fed.type(), fed.body(fed.longest() + 1)));
              assertThat(refusal.violations())
                  .singleElement()
                  .satisfies(
                      violation -> {
                        assertThat(violation.loc()).isEqualTo(List.of("body", fed.key()));
                        assertThat(violation.type()).endsWith("too_long");
                        assertThat(violation.msg()).contains("at most " + fed.longest());
                      });
            });
  }

  @Test
  void the_longest_text_of_each_column_is_stored() {
    for (Fed fed : FED) {
      new DatabaseStores(database()).clear();

      store(fed);

      assertThat(longestIn(fed.column())).as(fed.column()).isEqualTo(fed.longest());
    }
  }

  @Test
  void no_text_column_is_forgotten() {
    Set<String> known = new TreeSet<>(OURS);
    known.add(CHOSEN.column());
    FED.forEach(fed -> known.add(fed.column()));

    assertThat(textColumns())
        .as("a new column: a request fills it (FED, with its bound in the codec), or we do (OURS)")
        .containsExactlyInAnyOrderElementsOf(known);
  }

  private void store(Fed fed) {
    TestCoordinator core = new TestCoordinator(new DatabaseStores(database()), new MutableClock());
    Object request = read(fed);
    if (request instanceof SubmitJob submit) {
      submit(core, submit);
    } else if (request instanceof RegisterWorker register) {
      core.register(register);
    } else if (request instanceof ReportStatus report) {
      WorkerId worker = core.online("w1", 1);
      JobId job = core.running(worker);
      core.reportOutcome.run(worker, job, report);
    } else {
      insert((AddUser) request);
    }
  }

  /** Past the coordinator's list of allowed binaries, which no text of this length is on. */
  private void submit(TestCoordinator core, SubmitJob submit) {
    if (submit.binaryName().equals("ffmpeg")) {
      core.submit(submit);
    } else {
      database()
          .transactions()
          .write(
              unit -> {
                database().jobs().insert(Samples.job(1, Samples.spec(submit.binaryName())));
                return unit;
              });
    }
  }

  private void insert(AddUser user) {
    Identity identity =
        new Identity(
            user.clientId(),
            Set.of(Role.CLIENT),
            user.allowedCidrs(),
            new SealedKey("k", Optional.empty()),
            Samples.NOW,
            0);
    database().transactions().write(unit -> database().identities().insert(identity));
  }

  private static Object read(Fed fed) {
    try {
      return WireJson.read(fed.type(), fed.body(fed.longest()));
    } catch (WireFormatException e) {
      throw new AssertionError(fed.column(), e);
    }
  }

  private int longestIn(String column) {
    String[] names = column.split("\\.");
    return ask("select max(char_length(" + names[1] + ")) from " + names[0], row -> row.getInt(1))
        .iterator()
        .next();
  }

  private Set<String> textColumns() {
    return ask(
            "select table_name, column_name from information_schema.columns"
                + " where table_schema in ('PUBLIC', 'public') and data_type in"
                + " ('CHARACTER VARYING', 'CHARACTER LARGE OBJECT', 'character varying', 'text')",
            row -> row.getString(1) + "." + row.getString(2))
        .stream()
        .map(column -> column.toLowerCase(Locale.ROOT))
        .filter(column -> !column.startsWith("flyway"))
        .collect(Collectors.toSet());
  }

  private <T> List<T> ask(String sql, Column<T> column) {
    try (Connection connection = database().source().getConnection();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      Stream.Builder<T> found = Stream.builder();
      while (rows.next()) {
        found.add(column.of(rows));
      }
      return found.build().toList();
    } catch (SQLException e) {
      throw new IllegalStateException(sql, e);
    }
  }

  /** What a row says. */
  @FunctionalInterface
  private interface Column<T> {
    T of(ResultSet row) throws SQLException;
  }
}
