package org.dffmpeg.coordinator.stream;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.dffmpeg.coordinator.core.Fault;

/** A peer that takes as many pieces as a test lets it. Confined to the test's thread. */
final class ScriptedOutlet implements Outlet {
  final List<String> taken = new ArrayList<>();
  boolean closed;
  boolean committed;
  int status = 200;
  private int willing = Integer.MAX_VALUE;
  private Runnable whenFree = () -> {};

  @Override
  public void open(Runnable action) {
    whenFree = action;
    whenFree.run();
  }

  @Override
  public boolean isFree() {
    return !closed && willing > 0;
  }

  @Override
  public void write(byte[] piece) {
    willing--;
    taken.add(new String(piece, StandardCharsets.US_ASCII));
  }

  @Override
  public boolean fail(Fault fault) {
    if (committed) {
      return false;
    }
    status = fault.problem().code().httpStatus();
    return true;
  }

  @Override
  public void close() {
    closed = true;
  }

  /** From now on the peer takes that many pieces. */
  void take(int pieces) {
    willing = pieces;
    if (pieces > 0) {
      whenFree.run();
    }
  }
}
