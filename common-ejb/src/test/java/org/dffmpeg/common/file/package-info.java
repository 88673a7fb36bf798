/** Tests of directories that belong to one process. */
@NullMarked
package org.dffmpeg.common.file;

import org.jspecify.annotations.NullMarked;
