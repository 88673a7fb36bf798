/**
 * The architecture as executable rules, A1 to A17, shared by the {@code ArchitectureTest} of every
 * module. A rule takes the root package it guards, so that {@code RulesAreSeenToFailTest} can point
 * it at classes that break it.
 */
@NullMarked
package org.dffmpeg.common.testing.architecture;

import org.jspecify.annotations.NullMarked;
