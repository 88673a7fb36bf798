@NullMarked
package org.dffmpeg.coordinator.boot;

import org.jspecify.annotations.NullMarked;
