/** One class per command of PROTOCOL 18: its arguments as fields, and what it does with them. */
@NullMarked
package org.dffmpeg.client.cli.command;

import org.jspecify.annotations.NullMarked;
