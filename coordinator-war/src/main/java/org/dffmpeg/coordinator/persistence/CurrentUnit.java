package org.dffmpeg.coordinator.persistence;

import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import jakarta.persistence.TypedQuery;
import org.jspecify.annotations.Nullable;

/**
 * The unit under way on the calling thread, as the stores see it. Rows are read without being
 * managed, so that what a unit reads is always what the database says. Thread-safe.
 */
final class CurrentUnit {
  private static final String READ_ONLY = "eclipselink.read-only";

  @SuppressWarnings("ThreadLocalUsage") // one for each open database
  private final ThreadLocal<@Nullable EntityManager> bound = new ThreadLocal<>();

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
  <R> TypedQuery<R> select(String jpql, Class<R> type) {
    return entities().createQuery(jpql, type).setHint(READ_ONLY, "true");
  }

  /** An update or a deletion. */
  Query change(String jpql) {
    return entities().createQuery(jpql);
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
