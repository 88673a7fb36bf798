package org.dffmpeg.common.protocol;

/** The answer to {@link JanitorRequest}: the sweep runs by itself (PROTOCOL 5.4). */
public record JanitorAccepted(String action) {}
