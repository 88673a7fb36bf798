package org.dffmpeg.common.protocol;

/**
 * The answer to a registration: where to listen (PROTOCOL 5.4). {@code capabilitiesWanted} is our
 * addition, false from an old coordinator: it has not what the hash stands for, and the worker
 * shall register again at once with the list.
 */
public record WorkerAccepted(TransportOffer transport, boolean capabilitiesWanted) {}
