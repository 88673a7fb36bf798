package org.dffmpeg.coordinator.stream;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.dffmpeg.coordinator.core.Fault;

/** An asynchronous servlet's answer, written by a write listener. Thread-safe. */
final class ServletOutlet implements Outlet, WriteListener, AsyncListener {
  private final AsyncContext exchange;
  private final ServletOutputStream out;
  private volatile Runnable whenClosed = () -> {};
  private volatile Runnable whenFree = () -> {};
  private boolean unflushed;
  private boolean closed;

  private ServletOutlet(AsyncContext exchange, ServletOutputStream out) {
    this.exchange = exchange;
    this.out = out;
  }

  /** Takes over the answer; headers must be set. */
  static ServletOutlet of(AsyncContext exchange) throws IOException {
    ServletOutlet outlet = new ServletOutlet(exchange, exchange.getResponse().getOutputStream());
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

  @Override
  public void open(Runnable whenFree) {
    this.whenFree = whenFree;
    out.setWriteListener(this);
  }

  @Override
  public synchronized boolean isFree() {
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

  @Override
  public synchronized void write(byte[] piece) {
    try {
      out.write(piece);
      unflushed = true;
    } catch (IOException | IllegalStateException e) {
      close();
    }
  }

  @Override
  public synchronized boolean fail(Fault fault) {
    HttpServletResponse response = (HttpServletResponse) exchange.getResponse();
    if (closed || response.isCommitted()) {
      return false;
    }
    response.setStatus(fault.problem().code().httpStatus());
    fault
        .retryAfter()
        .ifPresent(pause -> response.setHeader("Retry-After", Long.toString(pause.toSeconds())));
    return true;
  }

  @Override
  public synchronized void close() {
    if (closed) {
      return;
    }
    closed = true;
    try {
      exchange.complete();
    } catch (IllegalStateException e) {
      // The container was faster; it may tell nobody any more.
    }
    whenClosed.run();
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
