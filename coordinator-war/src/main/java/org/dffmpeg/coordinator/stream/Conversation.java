package org.dffmpeg.coordinator.stream;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.concurrent.Executor;
import org.dffmpeg.common.json.WireJson;
import org.dffmpeg.common.protocol.DownlinkMessage;
import org.dffmpeg.coordinator.core.Fault;
import org.dffmpeg.coordinator.core.delivery.Batch;
import org.dffmpeg.coordinator.core.scheduling.Pump;

/**
 * What streams and long polls share: a pump that reads and writes one piece after the other, as
 * fast as the peer takes them (T1 to T3). Thread-safe.
 */
abstract class Conversation implements Listener {
  private static final Logger LOG = System.getLogger(Conversation.class.getName());

  /** What follows a step. */
  enum Next {
    GO_ON,
    WAIT,
    CLOSE
  }

  private final Subscription subscription;
  private final Outlet outlet;
  private final Pump pump;
  private volatile boolean mayHaveMessages = true;
  private volatile boolean ending;
  private boolean failed;
  private List<DownlinkMessage> unconfirmed = List.of();

  Conversation(Subscription subscription, Outlet outlet, Executor executor) {
    this.subscription = subscription;
    this.outlet = outlet;
    this.pump = new Pump(this::advance, executor);
  }

  /** Begins; the answer's headers must be set. */
  final void begin() {
    outlet.open(pump::signal);
  }

  @Override
  public final void wake() {
    mayHaveMessages = true;
    pump.signal();
  }

  @Override
  public final void end() {
    ending = true;
    pump.signal();
  }

  final void signal() {
    pump.signal();
  }

  /** The peer takes nothing any more. */
  final void giveUp() {
    outlet.close();
  }

  final boolean isEnding() {
    return ending;
  }

  /** One step; the outlet is free. Called by the pump only. */
  abstract Next proceed();

  /** Asks the database, unless nothing can have come since it last said all it had. */
  final List<DownlinkMessage> nextMessages() {
    if (!mayHaveMessages) {
      return List.of();
    }
    mayHaveMessages = false;
    Batch batch = subscription.next();
    if (batch.more()) {
      mayHaveMessages = true; // never set to false here: a signal may have come meanwhile
    }
    return batch.messages();
  }

  final void write(byte[] piece, List<DownlinkMessage> messages) {
    outlet.write(piece);
    unconfirmed = messages;
  }

  private void advance() {
    try {
      Next next = Next.GO_ON;
      while (next == Next.GO_ON && outlet.isFree()) {
        confirm();
        next = failed ? Next.CLOSE : proceedOrFail();
      }
      if (next == Next.CLOSE) {
        outlet.close();
      }
    } catch (RuntimeException e) {
      LOG.log(Level.WARNING, () -> "a listener is sent away: " + e.getMessage());
      outlet.close();
    }
  }

  /** Who can be told that it failed is told; who heard something before is sent away. */
  private Next proceedOrFail() {
    try {
      return proceed();
    } catch (RuntimeException e) {
      Fault fault = Fault.of(e);
      if (!outlet.fail(fault)) {
        return Next.CLOSE;
      }
      failed = true;
      write(WireJson.write(fault.problem()), List.of());
      return Next.GO_ON;
    }
  }

  /** The last piece has left: its messages count as sent. */
  private void confirm() {
    if (!unconfirmed.isEmpty()) {
      subscription.delivered(unconfirmed);
      unconfirmed = List.of();
    }
  }
}
