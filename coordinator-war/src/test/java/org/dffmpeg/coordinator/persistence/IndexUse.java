package org.dffmpeg.coordinator.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.dffmpeg.common.fleet.Slots;
import org.dffmpeg.common.job.JobClass;
import org.dffmpeg.common.protocol.Role;
import org.dffmpeg.common.testing.SequentialIds;
import org.dffmpeg.coordinator.core.access.Identity;
import org.dffmpeg.coordinator.core.access.IdentityStore;
import org.dffmpeg.coordinator.core.access.SealedKey;
import org.dffmpeg.coordinator.core.delivery.Channel;
import org.dffmpeg.coordinator.core.delivery.OutboxStore;
import org.dffmpeg.coordinator.core.fleet.WorkerStore;
import org.dffmpeg.coordinator.core.job.AttemptStore;
import org.dffmpeg.coordinator.core.job.JobStore;
import org.dffmpeg.coordinator.core.lease.PresenceStore;
import org.dffmpeg.coordinator.core.lease.ServicePresence;
import org.dffmpeg.coordinator.core.retention.Aged;
import org.dffmpeg.coordinator.core.retention.RetentionStore;
import org.dffmpeg.coordinator.core.retention.Sweep;
import org.dffmpeg.coordinator.core.tx.ConflictException;
import org.dffmpeg.coordinator.stores.Samples;
import org.dffmpeg.coordinator.stores.Stores;
import org.junit.jupiter.api.Test;

/**
 * Every statement of the stores finds its rows by an index, whoever adds one: all methods are
 * called by reflection, and the plan of what they asked is read. A subclass names the database.
 */
abstract class IndexUse {
  /** One row; and few, read as a whole by operators only. */
  private static final List<String> EXEMPT = List.of("service_presence", "identities");

  /** An argument of each type; of channels and classes of jobs one of each kind. */
  private static final List<Object> SAMPLES =
      List.of(
          10,
          "text",
          Samples.NOW,
          Role.ADMIN,
          JobClass.PROBE,
          JobClass.NORMAL,
          new Slots(Map.of("cpu", 1, "nvenc0", 1)),
          SequentialIds.job(1),
          SequentialIds.message(1),
          Samples.ALICE,
          Samples.W1,
          Channel.of(SequentialIds.job(1)),
          Channel.of(Samples.W1),
          Samples.job(1),
          Samples.attempt(1),
          Samples.worker("w1", 2, "Media"),
          Samples.logs(1),
          new Aged(Samples.NOW, SequentialIds.job(1).value()),
          Sweep.JOBS,
          new ServicePresence(Samples.NOW, Samples.NOW, 0),
          new Identity(
              Samples.ALICE,
              Set.of(Role.CLIENT),
              List.of(),
              new SealedKey("k", Optional.empty()),
              Samples.NOW,
              0));

  abstract Database database();

  /** What was asked of the database since it was opened: select, update and delete. */
  abstract Set<String> statements() throws Exception;

  /** The plan of that statement, as text. */
  abstract String planOf(String statement) throws SQLException;

  /** The words for reading a table from end to end. */
  abstract String wholeTable();

  @Test
  void every_statement_of_the_stores_finds_its_rows_by_an_index() throws Exception {
    Stores stores = new DatabaseStores(database());
    callAll(JobStore.class, stores.jobs(), stores);
    callAll(AttemptStore.class, stores.attempts(), stores);
    callAll(WorkerStore.class, stores.workers(), stores);
    callAll(OutboxStore.class, stores.messages(), stores);
    callAll(IdentityStore.class, stores.identities(), stores);
    callAll(PresenceStore.class, stores.presence(), stores);
    callAll(RetentionStore.class, stores.retention(), stores);

    Set<String> statements = statements();

    assertThat(statements).hasSizeGreaterThan(20);
    List<String> scanning = new ArrayList<>();
    for (String statement : statements) {
      String plan = planOf(statement);
      if (plan.contains(wholeTable())) {
        scanning.add(statement + "\n" + plan);
      }
    }
    assertThat(scanning).isEmpty();
  }

  private static <S> void callAll(Class<S> type, S store, Stores stores) {
    for (Method method : type.getMethods()) {
      call(method, store, stores, 0);
      call(method, store, stores, 1);
    }
  }

  private static void call(Method method, Object store, Stores stores, int variant) {
    Object[] arguments =
        Arrays.stream(method.getGenericParameterTypes())
            .map(type -> sample(type, variant))
            .toArray();
    try {
      stores.transactions().write(unit -> invoke(method, store, arguments));
    } catch (ConflictException inserted) {
      // The row is there already: the statement was made all the same.
    }
  }

  private static Object invoke(Method method, Object store, Object[] arguments) {
    try {
      return List.of(Optional.ofNullable(method.invoke(store, arguments)));
    } catch (InvocationTargetException e) {
      if (e.getCause() instanceof RuntimeException failure) {
        throw failure;
      }
      throw new AssertionError(method.toString(), e);
    } catch (IllegalAccessException e) {
      throw new AssertionError(method.toString(), e);
    }
  }

  private static Object sample(Type type, int variant) {
    if (type instanceof ParameterizedType generic) {
      Object first = sample(generic.getActualTypeArguments()[0], variant);
      if (generic.getRawType() == Optional.class) {
        return variant == 0 ? Optional.empty() : Optional.of(first);
      }
      return generic.getRawType() == List.class
          ? List.of(first)
          : Map.of(first, sample(generic.getActualTypeArguments()[1], variant));
    }
    return SAMPLES.stream()
        .filter(value -> type == int.class ? value instanceof Integer : type == value.getClass())
        .skip(type == Channel.class || type == JobClass.class ? variant : 0)
        .findFirst()
        .orElseThrow(() -> new AssertionError("no sample of " + type + ": add one"));
  }

  /** The first column of all rows. */
  static List<String> column(ResultSet rows) throws SQLException {
    List<String> values = new ArrayList<>();
    while (rows.next()) {
      values.add(rows.getString(1));
    }
    return values;
  }

  /** Whether it reads or changes rows of the stores. */
  static boolean concernsRows(String statement) {
    String lower = statement.toLowerCase(Locale.ROOT);
    return (lower.startsWith("select")
            || lower.startsWith("update")
            || lower.startsWith("delete")
            || lower.startsWith("with"))
        && List.of("jobs", "attempts", "workers", "messages").stream().anyMatch(lower::contains)
        && EXEMPT.stream().noneMatch(lower::contains)
        && !lower.contains("information_schema");
  }
}
