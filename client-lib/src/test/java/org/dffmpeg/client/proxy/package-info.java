/** Tests of the package of the same name. */
@NullMarked
package org.dffmpeg.client.proxy;

import org.jspecify.annotations.NullMarked;
