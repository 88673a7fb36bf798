/**
 * Delivery by {@code http_polling} (PROTOCOL 7): long polls and NDJSON streams.
 *
 * <ul>
 *   <li>T1 — no thread belongs to a listener: it is an object that is signalled, reads what is next
 *       and writes as far as the peer takes it.
 *   <li>T2 — the next messages are read only when the peer has taken the last ones, so a slow peer
 *       costs one batch of memory.
 *   <li>T3 — messages of a channel are written in the order of their ids, each at least once.
 *   <li>T4 — a signal is a hint; every listener also looks for itself from time to time.
 *   <li>T5 — a stream says something at least every {@code wait} seconds and never ends by itself.
 * </ul>
 *
 * <p>Out of scope: what is in a message, and who may hear it.
 */
@NullMarked
package org.dffmpeg.coordinator.stream;

import org.jspecify.annotations.NullMarked;
