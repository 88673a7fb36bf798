/** The stores on real databases: the contracts, races, and what an operator meets. */
@NullMarked
package org.dffmpeg.coordinator.persistence;

import org.jspecify.annotations.NullMarked;
