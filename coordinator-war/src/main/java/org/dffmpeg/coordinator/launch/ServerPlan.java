package org.dffmpeg.coordinator.launch;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What the server is told: its settings as asadmin commands. Pure; the names are those of Payara
 * Micro 6.2025.10 (its {@code domain.xml}).
 *
 * @param host the address to listen on
 * @param tls the keystore, if the listener speaks HTTPS
 */
record ServerPlan(String host, int port, Optional<Tls> tls) {
  /**
   * Requests hold a thread only while they are worked on (streams hold none), and most of that time
   * waits for the database, whose pool is smaller still.
   */
  static final int HTTP_THREADS = 32;

  /** The front filter refuses headers at a quarter of this with a proper 431. */
  static final int HEADER_BUFFER_BYTES = 64 * 1024;

  /**
   * The server's own check of header values answers 400, with an empty body, for bytes that are not
   * ASCII. Off: a signature with such bytes is a wrong signature, and answered like any other.
   */
  static final String STRICT_HEADERS =
      "org.glassfish.grizzly.http.STRICT_HEADER_VALUE_VALIDATION_RFC_9110";

  /**
   * A system property: the file, less its endings, of the server's repository of batch jobs. The
   * server's own choice would be below its working files, which do not survive a start.
   */
  static final String BATCH_REPOSITORY = "dffmpeg.batch.repository";

  private static final int MOST_HEADERS = 200;
  private static final int KEEP_ALIVE_SECONDS = 60;
  private static final String CONFIG = "set configs.config.server-config.";

  /** The keystore of an HTTPS listener and the name of its key. */
  record Tls(Path keystore, String password, String type, String alias) {
    /** The password goes to the server through system properties, not through a file (N4). */
    Map<String, String> systemProperties() {
      return Map.of(
          "javax.net.ssl.keyStore", keystore.toString(),
          "javax.net.ssl.keyStoreType", type,
          "javax.net.ssl.keyStorePassword", password);
    }

    @Override
    public String toString() {
      return "Tls[" + keystore + ", ***, " + alias + "]";
    }
  }

  /**
   * Before the server boots: its own endpoints off, the listener set up but closed (N2), its batch
   * jobs remembered.
   */
  List<String> beforeBoot() {
    return Stream.of(
            Stream.of(
                CONFIG + "microprofile-metrics-configuration.enabled=false",
                "set-microprofile-healthcheck-configuration --enabled=false",
                "set-openapi-configuration --enabled=false",
                "set resources.jdbc-connection-pool.H2Pool.property.URL=jdbc:h2:file:${"
                    + BATCH_REPOSITORY
                    + "}"),
            listener("http-listener").stream(),
            listener("https-listener").stream(),
            tls.map(keys -> http("https-listener") + "ssl.cert-nickname=" + keys.alias()).stream(),
            Stream.of("min-thread-pool-size", "max-thread-pool-size")
                .map(
                    size ->
                        CONFIG
                            + "thread-pools.thread-pool.http-thread-pool."
                            + size
                            + "="
                            + HTTP_THREADS))
        .flatMap(commands -> commands)
        .toList();
  }

  /** After the application is deployed: the listener opens (N2). */
  List<String> afterDeployment() {
    return List.of(network(tls.isPresent() ? "https-listener" : "http-listener") + "enabled=true");
  }

  private List<String> listener(String name) {
    String http = http(name) + "http.";
    return List.of(
        network(name) + "enabled=false",
        network(name) + "address=" + host,
        network(name) + "port=" + port,
        http + "max-connections=-1",
        http + "timeout-seconds=" + KEEP_ALIVE_SECONDS,
        http + "header-buffer-length-bytes=" + HEADER_BUFFER_BYTES,
        http + "max-request-headers=" + MOST_HEADERS,
        http + "http2-enabled=false",
        http + "server-header=false",
        http + "xframe-options=false",
        http + "comet-support-enabled=false");
  }

  private static String network(String listener) {
    return CONFIG + "network-config.network-listeners.network-listener." + listener + ".";
  }

  private static String http(String listener) {
    return CONFIG + "network-config.protocols.protocol." + listener + ".";
  }
}
