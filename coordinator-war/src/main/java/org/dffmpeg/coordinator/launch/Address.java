package org.dffmpeg.coordinator.launch;

import java.io.IOException;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.UnknownHostException;

/** Where the coordinator listens. Immutable. */
record Address(String scheme, InetAddress host, int port) {

  /** Looks up the host. */
  static Address of(String scheme, String host, int port) {
    try {
      return new Address(scheme, InetAddress.getByName(host), port);
    } catch (UnknownHostException e) {
      throw new LaunchFailure("host: there is no address for " + host, e);
    }
  }

  /**
   * Fails, with one clear sentence, if somebody else listens there: the server itself would hang.
   */
  void requireFree() {
    try (ServerSocket probe = new ServerSocket()) {
      probe.setReuseAddress(true);
      probe.bind(new InetSocketAddress(host, port));
    } catch (IOException e) {
      throw new LaunchFailure(
          "cannot listen on "
              + host.getHostAddress()
              + " port "
              + port
              + ": "
              + e.getMessage()
              + "; choose another --port or --host",
          e);
    }
  }

  /** The URL to show; a wildcard address is shown as this machine's loopback. */
  URI url() {
    InetAddress shown = host.isAnyLocalAddress() ? InetAddress.getLoopbackAddress() : host;
    String literal = shown.getHostAddress();
    String name = shown instanceof Inet6Address ? "[" + literal + "]" : literal;
    return URI.create(scheme + "://" + name + ":" + port + "/");
  }
}
