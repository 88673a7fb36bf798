package org.dffmpeg.common.architecture.broken.persistence;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;

/** Breaks A6: public, and not called a row. */
@Entity
public class Thing {
  @Id private long id;

  public long id() {
    return id;
  }
}
