/** Tests of the codec: golden bytes, leniency, refusals and hostile input. */
@NullMarked
package org.dffmpeg.common.json;

import org.jspecify.annotations.NullMarked;
