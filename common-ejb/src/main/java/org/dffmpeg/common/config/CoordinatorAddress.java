package org.dffmpeg.common.config;

import java.net.MalformedURLException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.util.List;
import java.util.Locale;

/**
 * Where a coordinator is (PROTOCOL 4). {@code pathBase} is empty or starts with a slash and does
 * not end with one. Immutable.
 */
public record CoordinatorAddress(String scheme, String host, int port, String pathBase) {
  public static final int DEFAULT_PORT = 8000;
  private static final List<String> SCHEMES = List.of("http", "https");
  private static final List<String> KEYS = List.of("scheme", "host", "port", "path_base");

  /**
   * Normalises the path base: {@code api/v1}, {@code /api/v1} and {@code /api/v1/} are the same.
   */
  public CoordinatorAddress {
    scheme = scheme.toLowerCase(Locale.ROOT);
    if (!SCHEMES.contains(scheme) || host.isEmpty() || port < 1 || port > 65_535) {
      throw new IllegalArgumentException(
          "not an address of a coordinator: " + scheme + "://" + host + ":" + port);
    }
    String path = pathBase.replaceAll("^/+|/+$", "");
    pathBase = path.isEmpty() ? "" : "/" + path;
  }

  /**
   * Reads {@code scheme://host[:port][/path]}; the port defaults to the scheme's own.
   *
   * @throws IllegalArgumentException if the text is no such URL
   */
  public static CoordinatorAddress ofUrl(String url) {
    try {
      URI uri = new URI(url.strip());
      // A URI knows no host whose name has an underscore; a URL does.
      URL parts = uri.toURL();
      String host = parts.getHost().replaceAll("^\\[|\\]$", "");
      int port = parts.getPort() < 0 ? parts.getDefaultPort() : parts.getPort();
      return new CoordinatorAddress(uri.getScheme(), host, port, uri.getPath());
    } catch (URISyntaxException | MalformedURLException e) {
      throw new IllegalArgumentException("not a URL: " + url, e);
    }
  }

  /**
   * Reads {@code scheme}, {@code host}, {@code port} and {@code path_base} of this section; each
   * has a default. What is wrong is noted in the reader.
   */
  static CoordinatorAddress read(SettingsReader section) {
    return new CoordinatorAddress(
        section.oneOf("scheme", "http", SCHEMES),
        section.text("host").filter(text -> !text.isEmpty()).orElse("localhost"),
        section.integer("port", DEFAULT_PORT, 1, 65_535),
        section.text("path_base", ""));
  }

  /** Whether this section says anything of what {@link #read} reads. */
  static boolean isGivenIn(SettingsReader section) {
    return KEYS.stream().anyMatch(section::has);
  }

  /** {@code scheme://host:port} and the path base, without a slash at the end. */
  public String baseUrl() {
    String name = host.indexOf(':') >= 0 ? "[" + host + "]" : host;
    return scheme + "://" + name + ":" + port + pathBase;
  }
}
