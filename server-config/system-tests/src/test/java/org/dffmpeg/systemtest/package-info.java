/** Tests of the whole system from outside: processes, HTTP and files only. */
@NullMarked
package org.dffmpeg.systemtest;

import org.jspecify.annotations.NullMarked;
