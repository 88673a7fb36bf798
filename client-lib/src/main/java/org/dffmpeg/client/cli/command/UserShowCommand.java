package org.dffmpeg.client.cli.command;

import org.dffmpeg.client.cli.output.UserTables;
import org.dffmpeg.client.cli.run.Action;
import org.dffmpeg.client.cli.run.AdminApi;
import org.dffmpeg.client.cli.run.ExitCode;
import org.dffmpeg.client.cli.run.Session;
import org.dffmpeg.common.protocol.UserView;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** One identity. */
@Command(name = "show", description = "Shows one identity.", mixinStandardHelpOptions = true)
final class UserShowCommand implements Action {
  @Mixin final IdentityArgument identity = new IdentityArgument();

  @Option(names = "--show-key", description = "Also its key.")
  boolean showKey;

  @Override
  public int run(Session session) {
    AdminApi admin = session.admin();
    UserView user = showKey ? admin.userWithKey(identity.id()) : admin.user(identity.id());
    session.output().show(user, () -> new UserTables(session.clock().getZone()).user(user));
    return ExitCode.OK.code();
  }
}
