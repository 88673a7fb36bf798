/** How {@code client.api} is done. Nobody outside this module may use it. */
@NullMarked
package org.dffmpeg.client.internal;

import org.jspecify.annotations.NullMarked;
