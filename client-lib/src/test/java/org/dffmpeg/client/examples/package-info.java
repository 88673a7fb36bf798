/**
 * Recipes: one use of the library per file, compiled and run by the build, quoted by the
 * documentation.
 */
@NullMarked
package org.dffmpeg.client.examples;

import org.jspecify.annotations.NullMarked;
