package org.dffmpeg.client.cli.command;

import java.util.List;
import java.util.Locale;
import org.dffmpeg.client.cli.output.UserTables;
import org.dffmpeg.client.cli.run.Action;
import org.dffmpeg.client.cli.run.ExitCode;
import org.dffmpeg.client.cli.run.Session;
import org.dffmpeg.common.protocol.AddUser;
import org.dffmpeg.common.protocol.Role;
import org.dffmpeg.common.protocol.UserView;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** Makes an identity and prints its key, this once. */
@Command(
    name = "add",
    description = "Adds an identity and prints its key, this once.",
    mixinStandardHelpOptions = true)
final class UserAddCommand implements Action {
  @Mixin final IdentityArgument identity = new IdentityArgument();

  @Option(
      names = "--role",
      paramLabel = "ROLE",
      split = ",",
      defaultValue = "client",
      converter = RoleName.class,
      description = "client, worker or admin (default: ${DEFAULT-VALUE}); may be given repeatedly.")
  List<Role> roles = List.of(Role.CLIENT);

  @Option(
      names = "--allowed-cidrs",
      paramLabel = "CIDR",
      arity = "1..*",
      split = ",",
      description = "The networks it may call from (default: everywhere).")
  List<String> allowedCidrs = List.of();

  @Override
  public int run(Session session) {
    UserView user = session.admin().addUser(new AddUser(identity.id(), roles, allowedCidrs));
    session.output().show(user, () -> new UserTables(session.clock().getZone()).user(user));
    return ExitCode.OK.code();
  }

  /** A role by its wire name. */
  static final class RoleName implements ITypeConverter<Role> {
    @Override
    public Role convert(String text) {
      return Role.ofWireName(text.toLowerCase(Locale.ROOT))
          .orElseThrow(
              () ->
                  new TypeConversionException(
                      "'" + text + "' is not a role (client, worker, admin)"));
    }
  }
}
