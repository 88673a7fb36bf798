package org.dffmpeg.coordinator.core.access.admin;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.Set;
import org.dffmpeg.common.protocol.AddUser;
import org.dffmpeg.common.protocol.ProblemCode;
import org.dffmpeg.common.protocol.UserView;
import org.dffmpeg.common.signing.SigningKey;
import org.dffmpeg.coordinator.core.Outcome;
import org.dffmpeg.coordinator.core.access.Caller;
import org.dffmpeg.coordinator.core.access.Identity;
import org.dffmpeg.coordinator.core.access.KeyCipher;

/** Creates an identity with a fresh key. */
public final class AddIdentity {
  private final ChangeIdentities change;
  private final KeyCipher cipher;
  private final SecureRandom random;
  private final Clock clock;

  public AddIdentity(ChangeIdentities change, KeyCipher cipher, SecureRandom random, Clock clock) {
    this.change = change;
    this.cipher = cipher;
    this.random = random;
    this.clock = clock;
  }

  /** With the key, which is shown now. Refusals: INVALID_REQUEST, ALREADY_EXISTS. */
  public Outcome<UserView> run(Caller caller, AddUser request) {
    return problemOf(request)
        .<Outcome<UserView>>map(text -> Outcome.refused(ProblemCode.INVALID_REQUEST, text))
        .orElseGet(() -> add(caller, request));
  }

  private Outcome<UserView> add(Caller caller, AddUser request) {
    SigningKey key = SigningKey.random(random);
    Identity identity =
        new Identity(
            request.clientId(),
            Set.copyOf(request.roles()),
            request.allowedCidrs(),
            cipher.seal(key, cipher.defaultKeyId()),
            Instant.now(clock).truncatedTo(ChronoUnit.MICROS),
            0);
    return change.run(
        caller,
        () -> "added identity '" + identity.id() + "' " + rights(request),
        store ->
            store.insert(identity)
                ? Outcome.ok(IdentityView.withKey(identity, key))
                : Outcome.refused(
                    ProblemCode.ALREADY_EXISTS, "There is an identity '" + identity.id() + "'"));
  }

  private static Optional<String> problemOf(AddUser request) {
    if (request.roles().isEmpty()) {
      return Optional.of("An identity needs a role");
    }
    return IdentityName.problemOf(request.clientId())
        .or(() -> Scope.problemOf(request.allowedCidrs()));
  }

  private static String rights(AddUser request) {
    return "with roles " + request.roles() + " and scope " + request.allowedCidrs();
  }
}
