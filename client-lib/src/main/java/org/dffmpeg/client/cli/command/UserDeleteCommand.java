package org.dffmpeg.client.cli.command;

import org.dffmpeg.client.cli.run.Action;
import org.dffmpeg.client.cli.run.ExitCode;
import org.dffmpeg.client.cli.run.Session;
import org.dffmpeg.common.protocol.CommandAnswer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Removes an identity. */
@Command(
    name = "delete",
    description = "Removes an identity; its requests are refused from now on.",
    mixinStandardHelpOptions = true)
final class UserDeleteCommand implements Action {
  @Mixin final IdentityArgument identity = new IdentityArgument();

  @Override
  public int run(Session session) {
    session.admin().deleteUser(identity.id());
    session.output().confirm(CommandAnswer.OK, "deleted " + identity.id());
    return ExitCode.OK.code();
  }
}
