/** Bytes to wire records and back. The only package that may see {@code jakarta.json}. */
@NullMarked
package org.dffmpeg.common.json;

import org.jspecify.annotations.NullMarked;
