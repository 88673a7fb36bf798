/** Fixtures and contracts that every module's tests share; published as the test-jar. */
@NullMarked
package org.dffmpeg.common.testing;

import org.jspecify.annotations.NullMarked;
