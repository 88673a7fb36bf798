package org.dffmpeg.coordinator.core.access;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.InetAddress;
import java.security.SecureRandom;
import org.dffmpeg.common.signing.SigningKey;
import org.jspecify.annotations.Nullable;

/** An identity ready for checking: its key decrypted, its scope read. Immutable. */
record KnownIdentity(Identity identity, SigningKey key, AddressRules scope) {
  private static final Logger LOG = System.getLogger(KnownIdentity.class.getName());

  /**
   * One whose key cannot be opened or whose scope is garbage (an import, a hand-made change) is
   * admitted from nowhere, and disturbs nobody else (PITFALLS W45).
   */
  static KnownIdentity open(Identity identity, KeyCipher cipher) {
    try {
      return new KnownIdentity(identity, cipher.open(identity.key()), scopeOf(identity));
    } catch (IllegalArgumentException | IllegalStateException e) {
      LOG.log(
          Level.WARNING,
          () ->
              "nobody can sign as " + Printable.of(identity.id().value()) + ": " + e.getMessage());
      return new KnownIdentity(identity, SigningKey.random(new SecureRandom()), AddressRules.NONE);
    }
  }

  /**
   * Whether a request from there may be this identity's.
   *
   * @param source null for what is no address: it is inside no scope (PROTOCOL 3.4, step 5)
   */
  boolean mayComeFrom(@Nullable InetAddress source) {
    return source != null && scope.contains(source);
  }

  private static AddressRules scopeOf(Identity identity) {
    return identity.allowedCidrs().isEmpty()
        ? AddressRules.ANY
        : AddressRules.of(identity.allowedCidrs());
  }
}
