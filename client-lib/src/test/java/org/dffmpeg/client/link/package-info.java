/** Tests of the way to the coordinator. */
@NullMarked
package org.dffmpeg.client.link;

import org.jspecify.annotations.NullMarked;
