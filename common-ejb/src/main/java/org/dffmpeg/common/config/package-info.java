/** YAML and environment into validated settings; all problems are reported together. */
@NullMarked
package org.dffmpeg.common.config;

import org.jspecify.annotations.NullMarked;
