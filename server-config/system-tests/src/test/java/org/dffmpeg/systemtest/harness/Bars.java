package org.dffmpeg.systemtest.harness;

/** At which size the bars run: small by default, as the issues name them with {@code full}. */
public final class Bars {
  private static final boolean FULL = System.getProperty("dffmpeg.bars", "small").equals("full");

  private Bars() {}

  public static boolean full() {
    return FULL;
  }

  public static int size(int small, int full) {
    return FULL ? full : small;
  }
}
