/** What dies, and what becomes of the jobs (DESIGN, failure table). */
@NullMarked
package org.dffmpeg.systemtest.faults;

import org.jspecify.annotations.NullMarked;
