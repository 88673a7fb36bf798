/** What a user does wrong, and the one line that says so. */
@NullMarked
package org.dffmpeg.systemtest.errors;

import org.jspecify.annotations.NullMarked;
