package org.dffmpeg.common.architecture.broken.client.api;

import java.util.List;
import org.dffmpeg.common.architecture.broken.client.internal.Hidden;
import org.dffmpeg.common.architecture.broken.library.ThirdParty;

/** Breaks A13 in a return type and in a parameter. */
public interface ShowsTooMuch {
  List<Hidden> hidden();

  void accept(ThirdParty thirdParty);
}
