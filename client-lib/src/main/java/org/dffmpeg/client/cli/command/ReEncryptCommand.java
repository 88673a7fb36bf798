package org.dffmpeg.client.cli.command;

import org.dffmpeg.client.cli.run.Action;
import org.dffmpeg.client.cli.run.ExitCode;
import org.dffmpeg.client.cli.run.Session;
import org.dffmpeg.common.id.ClientId;
import org.dffmpeg.common.protocol.ReEncrypt;
import org.dffmpeg.common.protocol.ReEncrypted;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Encrypts the stored keys of identities anew. */
@Command(
    name = "re-encrypt",
    description = "Encrypts stored keys with another key of the ring.",
    mixinStandardHelpOptions = true)
final class ReEncryptCommand implements Action {
  @Option(
      names = "--client-id",
      paramLabel = "ID",
      converter = Names.OfIdentity.class,
      description = "Only this identity (default: all).")
  @Nullable ClientId clientId;

  @Option(
      names = "--key-id",
      paramLabel = "KEY",
      description = "The key of the ring (default: default_encryption_key_id).")
  @Nullable String keyId;

  @Option(names = "--decrypt", description = "Store in plain text instead.")
  boolean decrypt;

  @Option(names = "--limit", paramLabel = "N", description = "At most so many (default: all).")
  @Nullable Integer limit;

  @Option(
      names = "--batch-size",
      paramLabel = "N",
      defaultValue = "100",
      description = "So many in one transaction (default: ${DEFAULT-VALUE}).")
  int batchSize = 100;

  @Override
  public int run(Session session) {
    ReEncrypted done = session.admin().reEncrypt(request());
    session.output().confirm(done, "changed " + done.changed());
    return ExitCode.OK.code();
  }

  /** The arguments as a value. */
  ReEncrypt request() {
    return new ReEncrypt(clientId, keyId, decrypt, limit, batchSize);
  }
}
