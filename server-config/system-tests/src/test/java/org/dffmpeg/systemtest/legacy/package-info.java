/**
 * Reference stubs: a coordinator, a worker and a client that behave as the Python ones do on the
 * wire (PROTOCOL 5 to 16), faults included.
 */
@NullMarked
package org.dffmpeg.systemtest.legacy;

import org.jspecify.annotations.NullMarked;
