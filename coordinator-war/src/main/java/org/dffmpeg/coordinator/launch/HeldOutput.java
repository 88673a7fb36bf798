package org.dffmpeg.coordinator.launch;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/**
 * Output that is kept until somebody decides about it. More than {@link #BOUND} is let out unasked:
 * so much is worth seeing. Thread-safe.
 */
final class HeldOutput extends OutputStream {
  static final int BOUND = 256 * 1024;

  private enum State {
    HOLDING,
    OPEN,
    DROPPING
  }

  private final OutputStream target;
  private final ByteArrayOutputStream held = new ByteArrayOutputStream();
  private State state = State.HOLDING;

  HeldOutput(OutputStream target) {
    this.target = target;
  }

  @Override
  public void write(int value) throws IOException {
    write(new byte[] {(byte) value}, 0, 1);
  }

  @Override
  public synchronized void write(byte[] bytes, int offset, int length) throws IOException {
    switch (state) {
      case HOLDING -> {
        held.write(bytes, offset, length);
        if (held.size() > BOUND) {
          release();
        }
      }
      case OPEN -> target.write(bytes, offset, length);
      case DROPPING -> {}
    }
  }

  @Override
  public synchronized void flush() throws IOException {
    target.flush();
  }

  /** Lets out what was kept, and everything from now on. */
  synchronized void release() {
    if (state != State.HOLDING) {
      return;
    }
    state = State.OPEN;
    try {
      held.writeTo(target);
      target.flush();
    } catch (IOException e) {
      // Nobody reads it.
    }
    held.reset();
  }

  /** Forgets what was kept, and everything from now on. */
  synchronized void drop() {
    state = State.DROPPING;
    held.reset();
  }
}
