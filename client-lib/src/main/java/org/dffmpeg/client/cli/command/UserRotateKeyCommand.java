package org.dffmpeg.client.cli.command;

import org.dffmpeg.client.cli.output.UserTables;
import org.dffmpeg.client.cli.run.Action;
import org.dffmpeg.client.cli.run.ExitCode;
import org.dffmpeg.client.cli.run.Session;
import org.dffmpeg.common.protocol.UserView;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Gives an identity a new key. */
@Command(
    name = "rotate-key",
    description = "Gives an identity a new key and prints it, this once; the old one is void.",
    mixinStandardHelpOptions = true)
final class UserRotateKeyCommand implements Action {
  @Mixin final IdentityArgument identity = new IdentityArgument();

  @Override
  public int run(Session session) {
    UserView user = session.admin().rotateKey(identity.id());
    session.output().show(user, () -> new UserTables(session.clock().getZone()).user(user));
    return ExitCode.OK.code();
  }
}
