/** Waiting and retrying as values, so that tests never sleep. */
@NullMarked
package org.dffmpeg.common.time;

import org.jspecify.annotations.NullMarked;
