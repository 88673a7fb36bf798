package org.dffmpeg.common.protocol;

/** A worker proves that it hears its channel (PROTOCOL 5.4). */
public record VerifyWorker(String registrationToken) {
  @Override
  public String toString() {
    return "VerifyWorker[***]";
  }
}
