package org.dffmpeg.common.architecture.broken.config;

import org.dffmpeg.common.architecture.broken.persistence.JpaThingStore;

/** Breaks A5. */
public class MakesAnAdapter {
  public Object adapter() {
    return new JpaThingStore();
  }
}
