/** What people and programs see: tables, colours, the progress bar. No network, no settings. */
@NullMarked
package org.dffmpeg.client.cli.output;

import org.jspecify.annotations.NullMarked;
