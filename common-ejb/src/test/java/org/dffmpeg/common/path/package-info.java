/** Tests of PROTOCOL 17: tables, links, properties. */
@NullMarked
package org.dffmpeg.common.path;

import org.jspecify.annotations.NullMarked;
