package org.dffmpeg.client.link;

import java.net.MalformedURLException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.util.Locale;

/**
 * Where the API is: scheme, host, port and path base (PROTOCOL 4). Immutable.
 *
 * <p>Routes are given unescaped and below the base, as they are signed ({@code /workers/a b}).
 */
public final class Endpoint {
  private final URI base;
  private final URL origin;

  /**
   * An endpoint at this URL.
   *
   * @param base with scheme {@code http} or {@code https}; the path is the path base, with or
   *     without slashes around it
   * @throws IllegalArgumentException if it is no such URL
   */
  public Endpoint(URI base) {
    String scheme = base.getScheme() == null ? "" : base.getScheme().toLowerCase(Locale.ROOT);
    if (!(scheme.equals("http") || scheme.equals("https"))) {
      throw new IllegalArgumentException("not an http or https URL with a host: " + base);
    }
    this.base = base;
    this.origin = origin(base);
  }

  /** As a URL, because a URI knows no host whose name has an underscore. */
  private static URL origin(URI base) {
    try {
      URL url = base.toURL();
      if (url.getHost().isEmpty()) {
        throw new IllegalArgumentException("not an http or https URL with a host: " + base);
      }
      return url;
    } catch (MalformedURLException e) {
      throw new IllegalArgumentException("not an http or https URL with a host: " + base, e);
    }
  }

  /**
   * The URL to call.
   *
   * @param route unescaped, with or without a slash before it
   * @param query escaped, without question mark; empty for none
   */
  URL url(String route, String query) {
    String path = joined(base.getPath() == null ? "" : base.getPath(), route);
    try {
      String escaped = new URI(null, null, path, null).getRawPath();
      String file = query.isEmpty() ? escaped : escaped + "?" + query;
      return new URL(base.getScheme(), origin.getHost(), origin.getPort(), file);
    } catch (URISyntaxException | MalformedURLException e) {
      throw new IllegalArgumentException("not a route: " + route, e);
    }
  }

  private static String joined(String prefix, String route) {
    String head = prefix.endsWith("/") ? prefix.substring(0, prefix.length() - 1) : prefix;
    String anchored = head.isEmpty() || head.startsWith("/") ? head : "/" + head;
    return anchored + (route.startsWith("/") ? route : "/" + route);
  }

  /** Fit for an error message: {@code http://media:8000}. */
  @Override
  public String toString() {
    return base.toString();
  }
}
