/** Who may do what: identities and their store. */
@NullMarked
package org.dffmpeg.coordinator.core.access;

import org.jspecify.annotations.NullMarked;
