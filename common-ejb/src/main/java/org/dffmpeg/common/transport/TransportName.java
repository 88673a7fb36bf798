package org.dffmpeg.common.transport;

/** Names of the downlink transports on the wire (PROTOCOL 7 to 9). */
public final class TransportName {
  public static final String HTTP_POLLING = "http_polling";

  private TransportName() {}
}
