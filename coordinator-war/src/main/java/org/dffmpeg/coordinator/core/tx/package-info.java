/** Transactions as a port: what a use case needs to know of a database. */
@NullMarked
package org.dffmpeg.coordinator.core.tx;

import org.jspecify.annotations.NullMarked;
