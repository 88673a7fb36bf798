/**
 * Being known to the coordinator (PROTOCOL 11): register, listen, prove it by the token, repeat.
 */
@NullMarked
package org.dffmpeg.worker.registration;

import org.jspecify.annotations.NullMarked;
