/** What a parsed command runs against: the session, the signed API as it needs it, exit codes. */
@NullMarked
package org.dffmpeg.client.cli.run;

import org.jspecify.annotations.NullMarked;
