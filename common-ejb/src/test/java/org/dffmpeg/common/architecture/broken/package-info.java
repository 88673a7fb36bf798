/** A small module that breaks every rule of the architecture once, so that each is seen to fail. */
@NullMarked
package org.dffmpeg.common.architecture.broken;

import org.jspecify.annotations.NullMarked;
