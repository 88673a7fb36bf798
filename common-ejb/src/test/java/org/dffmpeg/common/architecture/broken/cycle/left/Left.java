package org.dffmpeg.common.architecture.broken.cycle.left;

import org.dffmpeg.common.architecture.broken.cycle.right.Right;

/** Breaks A2 together with {@link Right}. */
public record Left(Right right) {}
