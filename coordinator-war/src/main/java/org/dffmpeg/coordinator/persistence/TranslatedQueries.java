package org.dffmpeg.coordinator.persistence;

import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Queries by their text and limit. A limit is part of the SQL, so a query on which one is set would
 * be translated again at every use, which costs more than most answers; under a name it is
 * translated once. Thread-safe.
 */
final class TranslatedQueries {
  /** There are few texts and limits; those that a caller reckons out shall not add up. */
  private static final int MOST_NAMES = 500;

  private final Set<String> names = ConcurrentHashMap.newKeySet();

  /** A query that gives at most so many rows. */
  <R> TypedQuery<R> of(EntityManager entities, String jpql, Class<R> type, int mostRows) {
    if (mostRows == Integer.MAX_VALUE) {
      return entities.createQuery(jpql, type);
    }
    String name = mostRows + " " + jpql;
    if (names.contains(name)) {
      return entities.createNamedQuery(name, type);
    }
    TypedQuery<R> query = entities.createQuery(jpql, type).setMaxResults(mostRows);
    if (names.size() < MOST_NAMES) {
      entities.getEntityManagerFactory().addNamedQuery(name, query);
      names.add(name);
    }
    return query;
  }
}
