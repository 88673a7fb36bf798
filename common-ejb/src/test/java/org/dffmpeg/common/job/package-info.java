/** Tests of the life of a job: the whole table, and what follows from it. */
@NullMarked
package org.dffmpeg.common.job;

import org.jspecify.annotations.NullMarked;
