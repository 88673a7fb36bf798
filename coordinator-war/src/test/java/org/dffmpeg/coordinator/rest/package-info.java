/** Tests of the edge that need no server; the rest of it is tested on one, over HTTP. */
@NullMarked
package org.dffmpeg.coordinator.rest;

import org.jspecify.annotations.NullMarked;
