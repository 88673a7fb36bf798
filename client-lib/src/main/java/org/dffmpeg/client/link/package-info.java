/**
 * The way to the coordinator, for clients and workers alike: signed HTTP, retries, and the
 * receivers of messages (PROTOCOL 3, 4, 7).
 *
 * <ol>
 *   <li>{@code K1} — every try is signed anew: a retry never carries an old time.
 *   <li>{@code K2} — only what may pass is tried again: I/O errors, 5xx and 429; never another 4xx.
 *   <li>{@code K3} — a receiver hands on each message once and never skips one: the cursor moves
 *       only after the message was handed on.
 *   <li>{@code K4} — nobody here starts a thread; whoever composes does.
 *   <li>{@code K5} — no key, signature or body reaches a log.
 *   <li>{@code K6} — of several coordinators one is talked to until it cannot be reached (no
 *       connection, no answer in time, 502 to 504); then the next. What may be sent twice to one
 *       may be sent to two, as all share what they know.
 * </ol>
 *
 * <p>Out of scope: what requests and messages mean.
 */
@NullMarked
package org.dffmpeg.client.link;

import org.jspecify.annotations.NullMarked;
