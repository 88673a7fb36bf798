/** Tests of path mapping. */
@NullMarked
package org.dffmpeg.common.path;

import org.jspecify.annotations.NullMarked;
