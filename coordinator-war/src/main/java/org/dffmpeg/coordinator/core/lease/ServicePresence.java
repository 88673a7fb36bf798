package org.dffmpeg.coordinator.core.lease;

import java.time.Instant;

/**
 * When this service was last awake, shared by all coordinators. No lease ends sooner than its
 * length after {@code resumedAt}: those who held it could not renew it while nobody answered.
 * Immutable.
 *
 * @param lastTick when a janitor of any coordinator last wrote here
 * @param resumedAt the end of the last gap in which none could
 */
public record ServicePresence(Instant lastTick, Instant resumedAt, long version) {}
