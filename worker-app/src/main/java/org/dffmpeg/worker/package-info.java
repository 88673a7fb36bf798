/** The worker: takes jobs from a coordinator and runs them on this machine. */
@NullMarked
package org.dffmpeg.worker;

import org.jspecify.annotations.NullMarked;
