package org.dffmpeg.client.cli.output;

/** The few colours in use, by what they say. */
public enum Color {
  PLAIN(""),
  GOOD("\u001b[32m"),
  BUSY("\u001b[36m"),
  WAITING("\u001b[33m"),
  BAD("\u001b[31m"),
  HEADING("\u001b[1m");

  private static final String END = "\u001b[0m";
  private final String begin;

  Color(String begin) {
    this.begin = begin;
  }

  /** The text between this colour's escape sequences. */
  public String paint(String text) {
    return this == PLAIN ? text : begin + text + END;
  }
}
