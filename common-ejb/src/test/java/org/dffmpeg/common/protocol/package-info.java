/** Tests of what wire records promise beyond their bytes. */
@NullMarked
package org.dffmpeg.common.protocol;

import org.jspecify.annotations.NullMarked;
