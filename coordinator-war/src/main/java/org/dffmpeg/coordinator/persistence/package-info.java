/**
 * The stores of the core on a database: EclipseLink, HikariCP, Flyway; H2 and PostgreSQL. Rows are
 * package-private and know no rules.
 */
@NullMarked
package org.dffmpeg.coordinator.persistence;

import org.jspecify.annotations.NullMarked;
