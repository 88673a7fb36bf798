/** The life of a worker as a table, and what it can. Pure rules, no I/O. */
@NullMarked
package org.dffmpeg.common.fleet;

import org.jspecify.annotations.NullMarked;
