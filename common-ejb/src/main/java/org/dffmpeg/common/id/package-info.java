/**
 * Identifiers: ULIDs of jobs and messages, and the names of peers. Every value that exists is
 * valid.
 */
@NullMarked
package org.dffmpeg.common.id;

import org.jspecify.annotations.NullMarked;
