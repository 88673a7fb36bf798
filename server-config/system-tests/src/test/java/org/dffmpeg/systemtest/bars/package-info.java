/** What the issues promise in numbers, measured over real processes. */
@NullMarked
package org.dffmpeg.systemtest.bars;

import org.jspecify.annotations.NullMarked;
