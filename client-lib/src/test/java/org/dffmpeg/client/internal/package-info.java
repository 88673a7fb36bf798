/** Tests of the package of the same name. */
@NullMarked
package org.dffmpeg.client.internal;

import org.jspecify.annotations.NullMarked;
