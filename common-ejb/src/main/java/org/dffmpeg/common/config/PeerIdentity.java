package org.dffmpeg.common.config;

import java.util.Optional;
import org.dffmpeg.common.id.ClientId;
import org.dffmpeg.common.signing.SigningKey;

/** Who a client or worker is: its name and the key it signs with. Immutable. */
public record PeerIdentity(ClientId clientId, SigningKey key) {
  private static final SigningKey NO_KEY =
      SigningKey.ofBase64("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=");

  /**
   * Reads {@code client_id} and {@code hmac_key} or {@code hmac_key_file} (PROTOCOL 18); what is
   * wrong is noted in the reader.
   */
  public static PeerIdentity read(SettingsReader settings) {
    return new PeerIdentity(readName(settings), readKey(settings));
  }

  private static ClientId readName(SettingsReader settings) {
    String expected = "a name of at most " + ClientId.MAX_LENGTH + " characters";
    Optional<ClientId> name = settings.parsed("client_id", expected, ClientId::new);
    if (!settings.has("client_id")) {
      settings.missing("client_id");
    }
    return name.orElseGet(() -> new ClientId("?"));
  }

  private static SigningKey readKey(SettingsReader settings) {
    String source = settings.has("hmac_key_file") ? "hmac_key_file" : "hmac_key";
    if (!settings.has(source)) {
      settings.problem("hmac_key", "missing, expected hmac_key or hmac_key_file");
    }
    Optional<Secret> secret = settings.secret("hmac_key");
    try {
      return secret.map(text -> SigningKey.ofBase64(text.text())).orElse(NO_KEY);
    } catch (IllegalArgumentException e) {
      // The message of this one is made for people and does not quote the key.
      settings.problem(source, String.valueOf(e.getMessage()));
      return NO_KEY;
    }
  }
}
