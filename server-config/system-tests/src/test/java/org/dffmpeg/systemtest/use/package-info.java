/** Whole uses from a user's side: command lines, the proxy, HTTPS, a real encode. */
@NullMarked
package org.dffmpeg.systemtest.use;

import org.jspecify.annotations.NullMarked;
