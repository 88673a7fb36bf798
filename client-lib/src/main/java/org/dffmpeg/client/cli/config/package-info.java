/** What the commands take from the process they run in. */
@NullMarked
package org.dffmpeg.client.cli.config;

import org.jspecify.annotations.NullMarked;
