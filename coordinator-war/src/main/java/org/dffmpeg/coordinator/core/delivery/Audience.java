package org.dffmpeg.coordinator.core.delivery;

/**
 * Who listens to a channel. Immutable.
 *
 * @param addressee whether it is the one for whom the messages are: only what that one heard counts
 *     as sent
 */
public record Audience(Channel channel, boolean addressee) {}
