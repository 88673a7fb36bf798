/** Which path variables can be used now, and getting lost mounts back (PROTOCOL 18). */
@NullMarked
package org.dffmpeg.worker.mount;

import org.jspecify.annotations.NullMarked;
