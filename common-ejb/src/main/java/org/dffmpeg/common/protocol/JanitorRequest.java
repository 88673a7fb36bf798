package org.dffmpeg.common.protocol;

/**
 * Asks for a sweep now (PROTOCOL 5.4): {@code run_all}, {@code clean_workers} or {@code
 * clean_jobs}.
 */
public record JanitorRequest(String action) {}
