package org.dffmpeg.common.protocol;

import java.util.List;

/** Replaces the source networks of an identity. */
public record SetScope(List<String> allowedCidrs) {
  public SetScope {
    allowedCidrs = List.copyOf(allowedCidrs);
  }
}
