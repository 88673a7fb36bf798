package org.dffmpeg.common.config;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Where the coordinator is (PROTOCOL 4). {@code pathBase} is empty or starts with a slash and does
 * not end with one. {@code caFile} holds the certificates to trust instead of the JDK's. Immutable.
 */
public record CoordinatorAddress(
    String scheme, String host, int port, String pathBase, Optional<Path> caFile) {
  public static final int DEFAULT_PORT = 8000;
  private static final List<String> SCHEMES = List.of("http", "https");
  private static final String VARIABLE = "DFFMPEG_COORDINATOR_URL";

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
  public static CoordinatorAddress ofUrl(String url, Optional<Path> caFile) {
    try {
      URI uri = new URI(url.strip());
      if (uri.getScheme() == null || uri.getHost() == null) {
        throw new IllegalArgumentException("not a URL with scheme and host: " + url);
      }
      String host = uri.getHost().replaceAll("^\\[|\\]$", "");
      int usual = uri.getScheme().equalsIgnoreCase("https") ? 443 : 80;
      int port = uri.getPort() < 0 ? usual : uri.getPort();
      return new CoordinatorAddress(uri.getScheme(), host, port, uri.getPath(), caFile);
    } catch (URISyntaxException e) {
      throw new IllegalArgumentException("not a URL: " + url, e);
    }
  }

  /**
   * Reads the section {@code coordinator} with {@code scheme}, {@code host}, {@code port}, {@code
   * path_base} and {@code ca_file}; {@code DFFMPEG_COORDINATOR_URL} beats the first four (PROTOCOL
   * 18). What is wrong is noted in the reader.
   */
  public static CoordinatorAddress read(SettingsReader settings) {
    SettingsReader section = settings.section("coordinator");
    Optional<Path> caFile = section.path("ca_file");
    if (caFile.isPresent() && !Files.isReadable(caFile.get())) {
      section.problem("ca_file", "cannot be read: " + caFile.get());
    }
    CoordinatorAddress inFile =
        new CoordinatorAddress(
            section.oneOf("scheme", "http", SCHEMES),
            section.text("host").filter(text -> !text.isEmpty()).orElse("localhost"),
            section.integer("port", DEFAULT_PORT, 1, 65_535),
            section.text("path_base", ""),
            caFile);
    return settings
        .variable(VARIABLE)
        .flatMap(url -> ofVariable(settings, url, caFile))
        .orElse(inFile);
  }

  private static Optional<CoordinatorAddress> ofVariable(
      SettingsReader settings, String url, Optional<Path> caFile) {
    try {
      return Optional.of(ofUrl(url, caFile));
    } catch (IllegalArgumentException e) {
      settings.variableProblem(
          VARIABLE, "expected http[s]://host[:port][/path], not '" + url + "'");
      return Optional.empty();
    }
  }

  /** {@code scheme://host:port} and the path base, without a slash at the end. */
  public String baseUrl() {
    String name = host.indexOf(':') >= 0 ? "[" + host + "]" : host;
    return scheme + "://" + name + ":" + port + pathBase;
  }
}
