package org.dffmpeg.common.json;

import java.util.List;
import org.dffmpeg.common.protocol.SetScope;

/** Our admin routes, {@code PUT /admin/users/{id}/scope}. */
final class SetScopeCodec implements Codec<SetScope> {
  @Override
  public void write(SetScope scope, ObjectWriter out) {
    out.texts("allowed_cidrs", scope.allowedCidrs());
  }

  @Override
  public SetScope read(ObjectReader in) {
    return new SetScope(in.required("allowed_cidrs", Bounds.SHORT_LIST, List.of()));
  }
}
