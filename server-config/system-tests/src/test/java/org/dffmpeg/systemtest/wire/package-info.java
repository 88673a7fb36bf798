/**
 * Signed HTTP over plain sockets, written from PROTOCOL alone: shares no code with what it tests.
 */
@NullMarked
package org.dffmpeg.systemtest.wire;

import org.jspecify.annotations.NullMarked;
