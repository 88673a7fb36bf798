/** Holds the manual against the code: what can be derived is compared, not trusted. */
@NullMarked
package org.dffmpeg.common.docs;

import org.jspecify.annotations.NullMarked;
