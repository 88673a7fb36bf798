package org.dffmpeg.coordinator.stream;

import jakarta.servlet.AsyncContext;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import org.dffmpeg.common.id.MessageId;
import org.dffmpeg.coordinator.core.delivery.Audience;
import org.dffmpeg.coordinator.core.delivery.Channel;
import org.dffmpeg.coordinator.core.delivery.ReadMessages;
import org.dffmpeg.coordinator.stream.Subscription.Source;

/** Makes a listener of an asynchronous request. Immutable, thread-safe. */
public final class Listeners {
  private final OpenStreams open;
  private final ReadMessages messages;
  private final DeliveryMarks marks;
  private final Executor executor;
  private final Supplier<Duration> monotonicTime;
  private final Duration lookEvery;

  /**
   * @param executor runs the pumps; bounded, shared by all listeners
   * @param monotonicTime the time that {@link OpenStreams#tick} tells
   * @param lookEvery how long a lost signal may go unnoticed
   */
  public Listeners(
      OpenStreams open,
      ReadMessages messages,
      DeliveryMarks marks,
      Executor executor,
      Supplier<Duration> monotonicTime,
      Duration lookEvery) {
    this.open = open;
    this.messages = messages;
    this.marks = marks;
    this.executor = executor;
    this.monotonicTime = monotonicTime;
    this.lookEvery = lookEvery;
  }

  boolean areEnding() {
    return open.areEnding();
  }

  /**
   * Takes over the request; its headers must be set. A stream's headers go out at once, so that the
   * peer knows that it is heard before there is anything to say.
   */
  void open(AsyncContext exchange, Optional<Audience> audience, PollQuery query)
      throws IOException {
    if (query.streaming()) {
      exchange.getResponse().flushBuffer();
    }
    Optional<Channel> channel = audience.map(Audience::channel);
    Subscription subscription = subscription(audience, query.cursor());
    ServletOutlet outlet = ServletOutlet.of(exchange);
    Conversation conversation = conversation(subscription, outlet, query);
    outlet.whenClosed(() -> open.remove(channel, conversation));
    open.add(channel, conversation);
    conversation.begin();
  }

  Subscription subscription(Optional<Audience> audience, Optional<MessageId> from) {
    return audience
        .map(
            known ->
                new Subscription(
                    (cursor, limit) -> messages.run(known.channel(), cursor, limit),
                    from,
                    id -> delivered(known, id)))
        .orElseGet(() -> new Subscription(Source.NOTHING, from, id -> {}));
  }

  private void delivered(Audience audience, MessageId through) {
    if (audience.addressee()) {
      marks.delivered(audience.channel(), through);
    }
  }

  private Conversation conversation(Subscription subscription, Outlet outlet, PollQuery query) {
    Duration now = monotonicTime.get();
    Pace pace = new Pace(now, query.keepAlive(), lookEvery);
    return query.streaming()
        ? new NdjsonStream(subscription, outlet, executor, pace)
        : new LongPoll(subscription, outlet, executor, pace, now.plus(query.patience()));
  }
}
