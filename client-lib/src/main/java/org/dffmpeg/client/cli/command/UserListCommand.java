package org.dffmpeg.client.cli.command;

import java.util.List;
import org.dffmpeg.client.cli.output.UserTables;
import org.dffmpeg.client.cli.run.Action;
import org.dffmpeg.client.cli.run.AdminApi;
import org.dffmpeg.client.cli.run.ExitCode;
import org.dffmpeg.client.cli.run.Session;
import org.dffmpeg.common.protocol.UserView;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** All identities. */
@Command(name = "list", description = "Lists the identities.", mixinStandardHelpOptions = true)
final class UserListCommand implements Action {
  @Option(names = "--show-key", description = "Also their keys.")
  boolean showKey;

  @Override
  public int run(Session session) {
    AdminApi admin = session.admin();
    List<UserView> users =
        admin.users().stream()
            .map(user -> showKey ? admin.userWithKey(user.clientId()) : user)
            .toList();
    session.output().show(users, () -> new UserTables(session.clock().getZone()).users(users));
    return ExitCode.OK.code();
  }
}
