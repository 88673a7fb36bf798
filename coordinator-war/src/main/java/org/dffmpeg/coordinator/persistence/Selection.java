package org.dffmpeg.coordinator.persistence;

import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A query of one unit. Its rows are forgotten at once: what a unit reads is never out of date. */
final class Selection<R> {
  private final EntityManager entities;
  private final TypedQuery<R> query;

  Selection(EntityManager entities, String jpql, Class<R> type) {
    this.entities = entities;
    this.query = entities.createQuery(jpql, type);
  }

  Selection<R> with(String parameter, @Nullable Object value) {
    query.setParameter(parameter, value);
    return this;
  }

  Selection<R> atMost(int rows) {
    query.setMaxResults(rows);
    return this;
  }

  /** Leaves out the first ones. */
  Selection<R> after(int rows) {
    query.setFirstResult(rows);
    return this;
  }

  List<R> rows() {
    List<R> rows = query.getResultList();
    entities.clear();
    return rows;
  }

  <T> List<T> list(Function<R, T> mapper) {
    return rows().stream().map(mapper).toList();
  }

  <T> Optional<T> first(Function<R, T> mapper) {
    return rows().stream().findFirst().map(mapper);
  }
}
