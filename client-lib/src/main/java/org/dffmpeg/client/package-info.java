/** The client side of dffmpeg; programs use {@code org.dffmpeg.client.api}. */
@NullMarked
package org.dffmpeg.client;

import org.jspecify.annotations.NullMarked;
