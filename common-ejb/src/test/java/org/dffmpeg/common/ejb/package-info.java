/** Tests of the session beans without a container. */
@NullMarked
package org.dffmpeg.common.ejb;

import org.jspecify.annotations.NullMarked;
