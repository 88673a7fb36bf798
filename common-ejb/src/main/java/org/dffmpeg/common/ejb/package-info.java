/**
 * Session beans for Jakarta EE applications beside the coordinator, over the plain classes of the
 * other packages. Not in the client jar.
 */
@NullMarked
package org.dffmpeg.common.ejb;

import org.jspecify.annotations.NullMarked;
