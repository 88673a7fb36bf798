/** Tests of wire records and of the documents that describe them. */
@NullMarked
package org.dffmpeg.common.protocol;

import org.jspecify.annotations.NullMarked;
