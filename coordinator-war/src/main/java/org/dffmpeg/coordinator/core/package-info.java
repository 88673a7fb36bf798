/**
 * The rules of the coordinator as plain Java: no database, no HTTP, no threads, no Jakarta EE
 * (STYLE A3). Each use case is one class with one method {@code run}.
 */
@NullMarked
package org.dffmpeg.coordinator.core;

import org.jspecify.annotations.NullMarked;
