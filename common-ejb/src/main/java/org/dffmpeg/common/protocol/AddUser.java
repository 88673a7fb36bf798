package org.dffmpeg.common.protocol;

import java.util.List;
import org.dffmpeg.common.id.ClientId;

/** Creates an identity with a fresh key. No CIDR means every address. */
public record AddUser(ClientId clientId, List<Role> roles, List<String> allowedCidrs) {
  public AddUser {
    roles = List.copyOf(roles);
    allowedCidrs = List.copyOf(allowedCidrs);
  }
}
