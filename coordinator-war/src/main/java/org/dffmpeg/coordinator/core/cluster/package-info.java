/**
 * Several coordinators on one database, none of which leads (DESIGN "Channels and messages"): who
 * else is there, and how one tells the others that there is something to read.
 *
 * <ol>
 *   <li>{@code N1} — what is told is a hint: it may be lost, come late or come twice. Whoever waits
 *       also looks for himself now and then.
 *   <li>{@code N2} — a coordinator that is alone tells nothing: a notification makes PostgreSQL
 *       commit one transaction after the other.
 *   <li>{@code N3} — bulletins are sent after the commit, by another thread, at most one in a few
 *       milliseconds, with all that gathered meanwhile.
 *   <li>{@code N4} — what another coordinator told is passed on to those who wait here, and never
 *       back to the others.
 * </ol>
 *
 * <p>Out of scope: how a bulletin travels ({@link Broadcast}), and what those who are woken do.
 */
@NullMarked
package org.dffmpeg.coordinator.core.cluster;

import org.jspecify.annotations.NullMarked;
