package org.dffmpeg.common.ejb;

import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import java.time.Clock;
import org.dffmpeg.common.signing.ReplayMemory;

/**
 * Refuses a signature that was seen before, within the limits of {@link ReplayMemory}. Thread-safe.
 */
@Singleton
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
public class ReplayGuard {
  private static final long MAX_BYTES = 64L << 20;

  private final ReplayMemory memory;

  /** For the container. */
  public ReplayGuard() {
    this(Clock.systemUTC());
  }

  ReplayGuard(Clock clock) {
    this.memory = new ReplayMemory(clock, MAX_BYTES);
  }

  /** Whether a request with this valid signature may pass. */
  public boolean admit(String signature) {
    return memory.admit(signature);
  }

  /** How many signatures were forgotten too early, for want of memory. */
  public long evictions() {
    return memory.evictions();
  }
}
