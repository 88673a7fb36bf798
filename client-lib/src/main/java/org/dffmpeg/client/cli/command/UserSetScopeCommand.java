package org.dffmpeg.client.cli.command;

import java.util.List;
import org.dffmpeg.client.cli.output.UserTables;
import org.dffmpeg.client.cli.run.Action;
import org.dffmpeg.client.cli.run.ExitCode;
import org.dffmpeg.client.cli.run.Session;
import org.dffmpeg.common.protocol.UserView;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Sets from which networks an identity may call. */
@Command(
    name = "set-scope",
    description = "Sets the networks an identity may call from.",
    mixinStandardHelpOptions = true)
final class UserSetScopeCommand implements Action {
  @Mixin final IdentityArgument identity = new IdentityArgument();

  @Parameters(
      index = "1..*",
      arity = "1..*",
      paramLabel = "CIDR",
      description = "Networks as 10.0.0.0/8 or 2001:db8::/32; 0.0.0.0/0 and ::/0 are everywhere.")
  List<String> cidrs = List.of();

  @Override
  public int run(Session session) {
    UserView user = session.admin().setScope(identity.id(), cidrs);
    session.output().show(user, () -> new UserTables(session.clock().getZone()).user(user));
    return ExitCode.OK.code();
  }
}
