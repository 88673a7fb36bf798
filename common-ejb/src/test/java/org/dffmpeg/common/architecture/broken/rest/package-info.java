/** Breaks rules on purpose. */
@NullMarked
package org.dffmpeg.common.architecture.broken.rest;

import org.jspecify.annotations.NullMarked;
