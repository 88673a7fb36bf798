package org.dffmpeg.common.signing;

import java.nio.ByteBuffer;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Remembers valid signatures for as long as their timestamps are accepted, so that a request that
 * somebody overheard cannot be sent again. Thread-safe; no I/O.
 *
 * <p>Its limits: timestamps have whole seconds, so two honest equal requests may carry the same
 * signature; for a few seconds after the first sight a signature therefore passes again. Each
 * coordinator remembers what it saw itself, and nothing across a restart. Over its bound of memory
 * it forgets the oldest first and counts that.
 */
public final class ReplayMemory {
  /** How long after its first sight an equal request is taken for an honest one. */
  public static final Duration GRACE = Duration.ofSeconds(5);

  /** A timestamp may lie a window ahead when it is first seen, and is accepted a window behind. */
  private static final Duration KEPT = SignatureVerifier.WINDOW.multipliedBy(2).plus(GRACE);

  /**
   * What an entry of a linked hash map with its key and time takes, a slot of its table included.
   */
  private static final int BYTES_PER_ENTRY = 128;

  private final Clock clock;
  private final long mostEntries;
  private final Map<Digest, Long> firstSeenMillis = new LinkedHashMap<>();
  private final Runnable evicted;
  private long evictions;

  /**
   * A memory of bounded size.
   *
   * @param maxBytes roughly how much heap it may take
   */
  public ReplayMemory(Clock clock, long maxBytes) {
    this(clock, maxBytes, () -> {});
  }

  /**
   * A memory of bounded size that says when it forgets too early.
   *
   * @param evicted told of each eviction, inside a lock: it must not block
   */
  public ReplayMemory(Clock clock, long maxBytes, Runnable evicted) {
    this.clock = clock;
    this.evicted = evicted;
    this.mostEntries = Math.max(1, maxBytes / BYTES_PER_ENTRY);
  }

  /**
   * Whether a request with this signature may pass: it is new, or so young that it may be an equal
   * honest one. Call it only with signatures that were found valid; other text is refused.
   */
  public boolean admit(String signature) {
    return Digest.of(signature).map(this::admit).orElse(false);
  }

  private synchronized boolean admit(Digest digest) {
    long now = clock.millis();
    forgetOlderThan(now - KEPT.toMillis());
    Long first = firstSeenMillis.putIfAbsent(digest, now);
    if (first == null) {
      makeRoom();
      return true;
    }
    return first <= now && now - first <= GRACE.toMillis();
  }

  private void forgetOlderThan(long bound) {
    Iterator<Long> oldestFirst = firstSeenMillis.values().iterator();
    while (oldestFirst.hasNext() && oldestFirst.next() < bound) {
      oldestFirst.remove();
    }
  }

  private void makeRoom() {
    if (firstSeenMillis.size() > mostEntries) {
      Iterator<Long> oldestFirst = firstSeenMillis.values().iterator();
      oldestFirst.next();
      oldestFirst.remove();
      evictions++;
      evicted.run();
    }
  }

  /** How many signatures were forgotten while they could still be replayed. */
  public synchronized long evictions() {
    return evictions;
  }

  /** How many signatures are remembered. */
  public synchronized int size() {
    return firstSeenMillis.size();
  }

  /**
   * The first half of the signature's bytes: of the bytes, not the text, because several base64
   * texts stand for the same bytes.
   */
  private record Digest(long high, long low) {
    static Optional<Digest> of(String signature) {
      try {
        byte[] bytes = Base64.getDecoder().decode(signature);
        if (bytes.length < 2 * Long.BYTES) {
          return Optional.empty();
        }
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        return Optional.of(new Digest(buffer.getLong(), buffer.getLong()));
      } catch (IllegalArgumentException e) {
        return Optional.empty();
      }
    }
  }
}
