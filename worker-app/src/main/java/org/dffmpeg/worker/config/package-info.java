/** The worker's settings (PROTOCOL 18). */
@NullMarked
package org.dffmpeg.worker.config;

import org.jspecify.annotations.NullMarked;
