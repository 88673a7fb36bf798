/**
 * Work in bulk, as Jakarta Batch runs it: restartable, chunk by chunk. The job is in {@code
 * META-INF/batch-jobs/retention.xml}; what it does is in {@code core.retention}.
 *
 * <ul>
 *   <li>J1 — our data source takes no part in the batch runtime's transactions: a chunk is deleted
 *       in a transaction of its own before its checkpoint is stored, so a kill between the two
 *       deletes again what is gone already.
 *   <li>J2 — the runtime's repository belongs to this coordinator alone: a run that it calls
 *       started while nobody runs it was interrupted.
 * </ul>
 */
@NullMarked
package org.dffmpeg.coordinator.batch;

import org.jspecify.annotations.NullMarked;
