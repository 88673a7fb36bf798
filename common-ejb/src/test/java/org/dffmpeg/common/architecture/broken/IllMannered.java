package org.dffmpeg.common.architecture.broken;

import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Assumptions;

/** Breaks the rules for tests. */
public class IllMannered {
  public void skips() {
    Assumptions.assumeTrue(false);
    Assertions.fail();
  }
}
