/** Tests of ULIDs: vectors, order, refusals. */
@NullMarked
package org.dffmpeg.common.id;

import org.jspecify.annotations.NullMarked;
