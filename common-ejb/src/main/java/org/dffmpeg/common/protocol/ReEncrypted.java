package org.dffmpeg.common.protocol;

/** How many identities a re-encryption changed. */
public record ReEncrypted(int changed) {}
