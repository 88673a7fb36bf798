package org.dffmpeg.common.protocol;

/**
 * An error body (PROTOCOL 5.1): {@code detail} for people and old peers, {@code code} for programs.
 */
public record Problem(ProblemCode code, String detail) {}
