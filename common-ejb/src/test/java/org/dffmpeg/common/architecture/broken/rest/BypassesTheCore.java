package org.dffmpeg.common.architecture.broken.rest;

import org.dffmpeg.common.architecture.broken.core.ThingStore;
import org.dffmpeg.common.architecture.broken.persistence.JpaThingStore;

/** Breaks A4, A5 and A11. */
public class BypassesTheCore {
  public ThingStore things() {
    return new JpaThingStore();
  }
}
