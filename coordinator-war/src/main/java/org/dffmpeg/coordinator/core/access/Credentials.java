package org.dffmpeg.coordinator.core.access;

import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.dffmpeg.common.id.ClientId;
import org.dffmpeg.common.signing.SignedHeaders;

/**
 * The three headers of a signed request (PROTOCOL 3.1), well formed but not yet believed.
 *
 * @param signature in its one standard spelling, so that respelling the padding or the unused bits
 *     of the last character does not make a new signature of a used one
 */
record Credentials(ClientId clientId, String timestamp, String signature) {
  private static final int SIGNATURE_BYTES = 32;
  private static final Pattern SECONDS = Pattern.compile("-?[0-9]{1,12}");

  /** Empty if a header is missing, empty, repeated, or cannot be what it should be. */
  static Optional<Credentials> of(PresentedRequest request) {
    return only(request.header(SignedHeaders.CLIENT_ID))
        .filter(name -> name.length() <= ClientId.MAX_LENGTH)
        .flatMap(
            name ->
                only(request.header(SignedHeaders.TIMESTAMP))
                    .filter(seconds -> SECONDS.matcher(seconds).matches())
                    .flatMap(
                        seconds ->
                            only(request.header(SignedHeaders.SIGNATURE))
                                .flatMap(Credentials::standardSpelling)
                                .map(text -> new Credentials(new ClientId(name), seconds, text))));
  }

  private static Optional<String> only(List<String> values) {
    return values.size() == 1 && !values.get(0).isEmpty()
        ? Optional.of(values.get(0))
        : Optional.empty();
  }

  private static Optional<String> standardSpelling(String signature) {
    try {
      byte[] bytes = Base64.getDecoder().decode(signature);
      return bytes.length == SIGNATURE_BYTES
          ? Optional.of(Base64.getEncoder().encodeToString(bytes))
          : Optional.empty();
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  @Override
  public String toString() {
    return "Credentials[" + clientId + ", " + timestamp + ", ***]";
  }
}
