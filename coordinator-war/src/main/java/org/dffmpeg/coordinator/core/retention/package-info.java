/**
 * What is deleted when, so that no table grows for ever (PITFALLS W18).
 *
 * <ul>
 *   <li>K1 — nothing that has not ended is touched: no active job, no worker that is present or
 *       holds a job.
 *   <li>K2 — nothing goes within {@link
 *       org.dffmpeg.coordinator.core.retention.RetentionPolicy#SHORTEST} of its end, whatever the
 *       counts say: its requester may be away for a moment.
 *   <li>K3 — any number of coordinators may sweep at once, and a sweep may be killed between any
 *       two chunks: each chunk is one transaction, deletes what is there, and leaves nothing half
 *       done.
 *   <li>K4 — a sweep reads in index order from where the last one stopped; what it reads, it
 *       deletes.
 * </ul>
 *
 * <p>Out of scope: identities, which administrators delete, and the audit, which is the log of the
 * server (see {@code AuditLog}). Worker's commands go when they were heard or answered, not here.
 */
@NullMarked
package org.dffmpeg.coordinator.core.retention;

import org.jspecify.annotations.NullMarked;
