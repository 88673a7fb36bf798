package org.dffmpeg.client.link;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;
import java.util.concurrent.atomic.AtomicInteger;
import org.dffmpeg.common.config.CoordinatorAddress;
import org.dffmpeg.common.config.Coordinators;

/**
 * The coordinators of one service, any of which serves: whoever talks to them stays with one as
 * long as it can be reached, and goes on to the next in the list, round and round, when it cannot.
 * Shared by all that one peer sends. Thread-safe.
 */
public final class Endpoints {
  private static final System.Logger LOG = System.getLogger(Endpoints.class.getName());

  private final List<Endpoint> all;
  private final AtomicInteger current = new AtomicInteger();

  /**
   * Begins with the first.
   *
   * @param bases one or more, each as {@link Endpoint} takes it
   * @throws IllegalArgumentException if one is no such URL, or there is none
   */
  public Endpoints(List<URI> bases) {
    if (bases.isEmpty()) {
      throw new IllegalArgumentException("at least one coordinator is needed");
    }
    List<Endpoint> endpoints = new ArrayList<>();
    for (URI base : bases) {
      endpoints.add(new Endpoint(base));
    }
    this.all = List.copyOf(endpoints);
  }

  /** Those that the settings name. */
  public static Endpoints of(Coordinators coordinators) {
    return new Endpoints(
        coordinators.addresses().stream()
            .map(CoordinatorAddress::baseUrl)
            .map(URI::create)
            .toList());
  }

  /** The one to talk to now. */
  public Endpoint current() {
    return all.get(current.get());
  }

  int count() {
    return all.size();
  }

  /**
   * This one could not be reached: from now on the next is tried, unless somebody left it first.
   */
  void leave(Endpoint failed) {
    int at = current.get();
    int next = (at + 1) % all.size();
    if (next != at && all.get(at) == failed && current.compareAndSet(at, next)) {
      LOG.log(
          System.Logger.Level.INFO, () -> failed + " cannot be reached, trying " + all.get(next));
    }
  }

  /** Fit for an error message: all of them, with commas between. */
  @Override
  public String toString() {
    StringJoiner text = new StringJoiner(", ");
    for (Endpoint endpoint : all) {
      text.add(endpoint.toString());
    }
    return text.toString();
  }
}
