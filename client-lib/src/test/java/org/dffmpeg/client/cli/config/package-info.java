/** Tests of the package of the same name. */
@NullMarked
package org.dffmpeg.client.cli.config;

import org.jspecify.annotations.NullMarked;
