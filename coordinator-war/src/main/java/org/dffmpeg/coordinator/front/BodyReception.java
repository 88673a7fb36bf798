package org.dffmpeg.coordinator.front;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.dffmpeg.common.protocol.Problem;
import org.dffmpeg.common.protocol.ProblemCode;

/**
 * Receives the body of a request whose sender is not known yet (F5), and has the request dispatched
 * once more when it is whole. No thread waits meanwhile. Its calls for data come one at a time; the
 * end of the time may come beside them.
 */
final class BodyReception implements ReadListener, AsyncListener {
  private static final String RECEIVED = BodyReception.class.getName();
  private static final int PIECE_BYTES = 8 * 1024;
  private static final String RETRY_AFTER_SECONDS = "2";

  private final AsyncContext exchange;
  private final ServletInputStream source;
  private final BodyLimits limits;
  private final ByteArrayOutputStream received = new ByteArrayOutputStream();
  private final AtomicInteger taken = new AtomicInteger();
  private final AtomicBoolean over = new AtomicBoolean();

  private BodyReception(AsyncContext exchange, ServletInputStream source, BodyLimits limits) {
    this.exchange = exchange;
    this.source = source;
    this.limits = limits;
  }

  /** Begins, and returns at once. */
  static void begin(HttpServletRequest request, HttpServletResponse response, BodyLimits limits)
      throws IOException {
    AsyncContext exchange = request.startAsync(request, response);
    BodyReception reception = new BodyReception(exchange, request.getInputStream(), limits);
    exchange.setTimeout(limits.deadline().toMillis());
    exchange.addListener(reception);
    request.getInputStream().setReadListener(reception);
  }

  /** What was received of a request that is dispatched again. */
  static Optional<BodyReception> of(HttpServletRequest request) {
    return request.getAttribute(RECEIVED) instanceof BodyReception reception
        ? Optional.of(reception)
        : Optional.empty();
  }

  /** The request with its whole body. */
  HttpServletRequest whole(HttpServletRequest request) {
    return new BufferedRequest(request, received.toByteArray());
  }

  /** Gives the room back that the body took. May be called more than once. */
  void release() {
    limits.room().release(taken.getAndSet(0));
  }

  @Override
  public void onDataAvailable() throws IOException {
    byte[] piece = new byte[PIECE_BYTES];
    while (!over.get() && source.isReady()) {
      int count = source.read(piece);
      if (count < 0) {
        return;
      }
      if (!limits.room().tryAcquire(count)) {
        response().setHeader("Retry-After", RETRY_AFTER_SECONDS);
        refuse(new Problem(ProblemCode.UNAVAILABLE, "Too many bodies at once; try again"));
        return;
      }
      taken.addAndGet(count);
      received.write(piece, 0, count);
      if (received.size() > limits.longest()) {
        refuse(new Problem(ProblemCode.BODY_TOO_LARGE, "Request body too large"));
      } else if (over.get()) {
        release();
      }
    }
  }

  @Override
  public void onAllDataRead() {
    if (over.compareAndSet(false, true)) {
      exchange.getRequest().setAttribute(RECEIVED, this);
      exchange.dispatch();
    }
  }

  @Override
  public void onError(Throwable broken) {
    if (over.compareAndSet(false, true)) {
      release();
      exchange.complete();
    }
  }

  @Override
  public void onTimeout(AsyncEvent event) throws IOException {
    refuse(new Problem(ProblemCode.REQUEST_TIMEOUT, "The body did not arrive in time"));
  }

  @Override
  public void onError(AsyncEvent event) {
    onError(event.getThrowable());
  }

  @Override
  public void onComplete(AsyncEvent event) {}

  @Override
  public void onStartAsync(AsyncEvent event) {}

  private void refuse(Problem problem) throws IOException {
    if (over.compareAndSet(false, true)) {
      release();
      response().setHeader("Connection", "close");
      ProblemAnswer.write(response(), problem.code().httpStatus(), problem);
      exchange.complete();
    }
  }

  private HttpServletResponse response() {
    return (HttpServletResponse) exchange.getResponse();
  }
}
