package org.dffmpeg.common.protocol;

import org.dffmpeg.common.id.ClientId;
import org.jspecify.annotations.Nullable;

/**
 * Re-encrypts stored keys: of one identity or of all, with the named key of the ring (null: the
 * default one), or to plain text. At most {@code limit} identities (null: all), {@code batchSize}
 * per transaction.
 */
public record ReEncrypt(
    @Nullable ClientId clientId,
    @Nullable String keyId,
    boolean decrypt,
    @Nullable Integer limit,
    int batchSize) {}
