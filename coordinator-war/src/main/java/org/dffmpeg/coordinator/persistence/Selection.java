package org.dffmpeg.coordinator.persistence;

import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A query of one unit. Its rows are forgotten at once: what a unit reads is never out of date. */
final class Selection<R> {
  private final EntityManager entities;
  private final TranslatedQueries queries;
  private final String jpql;
  private final Class<R> type;
  private final Map<String, @Nullable Object> parameters = new LinkedHashMap<>();
  private int first;
  private int most = Integer.MAX_VALUE;

  Selection(EntityManager entities, TranslatedQueries queries, String jpql, Class<R> type) {
    this.entities = entities;
    this.queries = queries;
    this.jpql = jpql;
    this.type = type;
  }

  Selection<R> with(String parameter, @Nullable Object value) {
    parameters.put(parameter, value);
    return this;
  }

  Selection<R> atMost(int rows) {
    most = rows;
    return this;
  }

  /** Leaves out the first ones. */
  Selection<R> after(int rows) {
    first = rows;
    return this;
  }

  List<R> rows() {
    TypedQuery<R> query = queries.of(entities, jpql, type, most);
    parameters.forEach(query::setParameter);
    if (first > 0) {
      query.setFirstResult(first);
    }
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
