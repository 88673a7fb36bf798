package org.dffmpeg.coordinator.stream;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import java.io.IOException;

/**
 * The writing end of an asynchronous answer, never blocking (T1). It takes one piece at a time and
 * says when it is free for the next. Thread-safe; the caller must not write from two threads at
 * once.
 */
final class Outlet implements WriteListener, AsyncListener {
  private final AsyncContext exchange;
  private final ServletOutputStream out;
  private volatile Runnable whenClosed = () -> {};
  private volatile Runnable whenFree = () -> {};
  private boolean unflushed;
  private boolean closed;

  private Outlet(AsyncContext exchange, ServletOutputStream out) {
    this.exchange = exchange;
    this.out = out;
  }

  /** Takes over the answer; headers must be set. */
  static Outlet of(AsyncContext exchange) throws IOException {
    Outlet outlet = new Outlet(exchange, exchange.getResponse().getOutputStream());
    exchange.addListener(outlet);
    return outlet;
  }

  /**
   * To be set before {@link #open}.
   *
   * @param action called when the answer is over, however it ended
   */
  void whenClosed(Runnable action) {
    whenClosed = action;
  }

  /**
   * From now on the container calls back.
   *
   * @param whenFree called, without a lock, whenever a piece may have become writable; also at once
   */
  void open(Runnable whenFree) {
    this.whenFree = whenFree;
    out.setWriteListener(this);
  }

  /** Whether everything written so far has left, and the answer is still open. */
  synchronized boolean isFree() {
    try {
      if (closed || !out.isReady()) {
        return false;
      }
      if (unflushed) {
        unflushed = false;
        out.flush();
        return out.isReady();
      }
      return true;
    } catch (IOException | IllegalStateException e) {
      close();
      return false;
    }
  }

  /** Writes a piece; only after {@link #isFree} said so. */
  synchronized void write(byte[] piece) {
    try {
      out.write(piece);
      unflushed = true;
    } catch (IOException | IllegalStateException e) {
      close();
    }
  }

  synchronized boolean isClosed() {
    return closed;
  }

  /** Ends the answer; what was written before still arrives if {@link #isFree} holds. */
  synchronized void close() {
    if (closed) {
      return;
    }
    closed = true;
    try {
      exchange.complete();
    } catch (IllegalStateException e) {
      // The container was faster.
    }
  }

  @Override
  public void onWritePossible() {
    whenFree.run();
  }

  /** The peer is gone; or the container failed, which comes to the same. */
  @Override
  public void onError(Throwable cause) {
    close();
  }

  @Override
  public void onError(AsyncEvent event) {
    close();
  }

  @Override
  public void onTimeout(AsyncEvent event) {
    close();
  }

  @Override
  public void onComplete(AsyncEvent event) {
    markClosed();
    whenClosed.run();
  }

  @Override
  public void onStartAsync(AsyncEvent event) {}

  private synchronized void markClosed() {
    closed = true;
  }
}
