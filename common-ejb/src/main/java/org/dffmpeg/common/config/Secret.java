package org.dffmpeg.common.config;

/** A text that must not be shown: prints as {@code ***}. Immutable. */
public record Secret(String text) {
  @Override
  public String toString() {
    return "***";
  }
}
