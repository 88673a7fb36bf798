/** Tests of the settings: places, types, problems. */
@NullMarked
package org.dffmpeg.common.config;

import org.jspecify.annotations.NullMarked;
