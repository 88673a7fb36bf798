package org.dffmpeg.common.protocol;

/** The answer to verify and deregister: {@code {"status":"ok"}} (PROTOCOL 5.2). */
public record Acknowledged() {
  public static final Acknowledged OK = new Acknowledged();
}
