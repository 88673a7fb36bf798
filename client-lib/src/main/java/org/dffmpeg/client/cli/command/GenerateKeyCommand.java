package org.dffmpeg.client.cli.command;

import java.security.SecureRandom;
import org.dffmpeg.client.cli.output.Output;
import org.dffmpeg.client.cli.run.Action;
import org.dffmpeg.client.cli.run.ExitCode;
import org.dffmpeg.client.cli.run.Session;
import org.dffmpeg.common.signing.SigningKey;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Makes an entry for the ring of encryption keys; needs no coordinator. */
@Command(
    name = "generate-key",
    description = "Prints a new key for the encryption_keys_file of the coordinator.",
    mixinStandardHelpOptions = true)
final class GenerateKeyCommand implements Action {
  /** What the key is for; the name is the prefix of the entry. */
  enum Cipher {
    /** AES-256-GCM, ours. */
    aes256,
    /** The legacy coordinator's (PROTOCOL 20). */
    fernet
  }

  @Parameters(
      arity = "0..1",
      defaultValue = "aes256",
      paramLabel = "CIPHER",
      description = "One of: ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
  Cipher cipher = Cipher.aes256;

  @Override
  public int run(Session session) {
    // Both ciphers take 32 random bytes in base64, as a signing key does.
    String entry = cipher.name() + ":" + SigningKey.random(new SecureRandom()).toBase64();
    Output output = session.output();
    output.line(output.json() ? "{\"key\":\"" + entry + "\"}" : entry);
    return ExitCode.OK.code();
  }
}
