package org.dffmpeg.coordinator.persistence;

import jakarta.persistence.EntityManager;
import org.jspecify.annotations.Nullable;

/** The unit under way on the calling thread, as the stores see it. Thread-safe. */
final class CurrentUnit {
  @SuppressWarnings("ThreadLocalUsage") // one for each open database
  private final ThreadLocal<@Nullable EntityManager> bound = new ThreadLocal<>();

  private final TranslatedQueries queries = new TranslatedQueries();

  void bind(EntityManager entities) {
    if (bound.get() != null) {
      throw new IllegalStateException("units do not nest");
    }
    bound.set(entities);
  }

  void unbind() {
    bound.remove();
  }

  /** Rows, or columns of rows. */
  <R> Selection<R> select(String jpql, Class<R> type) {
    return new Selection<>(entities(), queries, jpql, type);
  }

  /** An update or a deletion. */
  Change change(String jpql) {
    return new Change(entities().createQuery(jpql));
  }

  /** Stores a new row now, so that a key that is taken is noticed here. */
  void insert(Object row) {
    entities().persist(row);
    entities().flush();
  }

  /** Stores a new row by the end of the unit, together with others. */
  void append(Object row) {
    entities().persist(row);
  }

  private EntityManager entities() {
    EntityManager entities = bound.get();
    if (entities == null) {
      throw new IllegalStateException("stores are called inside a unit of Transactions");
    }
    return entities;
  }
}
