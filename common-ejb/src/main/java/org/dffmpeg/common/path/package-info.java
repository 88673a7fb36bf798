/** Path variables: local paths to {@code $Variable/rest} and back (PROTOCOL 17). */
@NullMarked
package org.dffmpeg.common.path;

import org.jspecify.annotations.NullMarked;
