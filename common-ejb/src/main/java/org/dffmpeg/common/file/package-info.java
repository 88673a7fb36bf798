/** Directories that belong to one process and one user. */
@NullMarked
package org.dffmpeg.common.file;

import org.jspecify.annotations.NullMarked;
