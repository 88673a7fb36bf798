package org.dffmpeg.worker.capability;

import java.util.Locale;

/** The kinds of capabilities, with the option that lists them. */
enum Kind {
  ENCODER("-encoders"),
  DECODER("-decoders"),
  HWACCEL("-hwaccels"),
  FILTER("-filters");

  private final String option;

  Kind(String option) {
    this.option = option;
  }

  String option() {
    return option;
  }

  /** As registered: {@code encoder:libx264}. */
  String named(String name) {
    return name().toLowerCase(Locale.ROOT) + ":" + name;
  }
}
