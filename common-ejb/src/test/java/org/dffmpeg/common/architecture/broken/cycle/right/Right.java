package org.dffmpeg.common.architecture.broken.cycle.right;

import org.dffmpeg.common.architecture.broken.cycle.left.Left;

/** Breaks A2 together with {@link Left}. */
public record Right(Left left) {}
