package org.dffmpeg.common.protocol;

import org.dffmpeg.common.id.WorkerId;

/** A worker leaves (PROTOCOL 5.4). */
public record DeregisterWorker(WorkerId workerId) {}
