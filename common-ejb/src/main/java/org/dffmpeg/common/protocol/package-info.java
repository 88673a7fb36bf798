/**
 * The wire records (PROTOCOL 5.3, 5.4, 6). Plain records; bytes are made in {@code common.json}.
 */
@NullMarked
package org.dffmpeg.common.protocol;

import org.jspecify.annotations.NullMarked;
