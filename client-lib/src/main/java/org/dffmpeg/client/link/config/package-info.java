/** The one place of the link that touches properties of the JVM. */
@NullMarked
package org.dffmpeg.client.link.config;

import org.jspecify.annotations.NullMarked;
