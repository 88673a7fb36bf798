package org.dffmpeg.common.architecture.broken.worker;

import org.dffmpeg.common.architecture.broken.client.internal.Hidden;

/** Breaks A13. */
public record UsesTheClient(Hidden hidden) {}
