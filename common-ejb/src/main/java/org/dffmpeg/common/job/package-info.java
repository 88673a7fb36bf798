/** The life of a job as a table, and the reasons for which it can end. Pure rules, no I/O. */
@NullMarked
package org.dffmpeg.common.job;

import org.jspecify.annotations.NullMarked;
