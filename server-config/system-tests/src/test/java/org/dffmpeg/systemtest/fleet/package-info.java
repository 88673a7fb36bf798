/**
 * Workers and submitters that speak the protocol but run nothing: many of them in one process, to
 * see what the coordinators do under load.
 */
@NullMarked
package org.dffmpeg.systemtest.fleet;

import org.jspecify.annotations.NullMarked;
