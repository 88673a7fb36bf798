package org.dffmpeg.coordinator.boot;

import java.net.InetAddress;
import java.net.UnknownHostException;
import org.dffmpeg.coordinator.config.ListenSettings;

/** How this coordinator is called among others: for people to find it. */
final class OwnAddress {
  private OwnAddress() {}

  /** A URL; who listens on every address of the machine is called by the machine's name. */
  static String of(ListenSettings listen) {
    String scheme = listen.tls().isPresent() ? "https" : "http";
    String host = host(listen.host());
    String name = host.indexOf(':') >= 0 ? "[" + host + "]" : host;
    return scheme + "://" + name + ":" + listen.port();
  }

  private static String host(String configured) {
    try {
      return InetAddress.getByName(configured).isAnyLocalAddress()
          ? InetAddress.getLocalHost().getHostName()
          : configured;
    } catch (UnknownHostException e) {
      return configured;
    }
  }
}
