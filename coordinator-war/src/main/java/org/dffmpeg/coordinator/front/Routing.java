package org.dffmpeg.coordinator.front;

import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.dffmpeg.common.protocol.ProblemCode;

/**
 * Where a request goes, told by its raw path within the web application (F2; PROTOCOL 4, 5.1). A
 * closed family of immutable values; pure.
 */
sealed interface Routing {
  String API_BASE = "/api/v1";

  /** The dashboard of PROTOCOL 5.2 is the console's start page. */
  String DASHBOARD = "/status";

  String CONSOLE = "/console/index.xhtml";

  /** Parts of the web application that are not the API. */
  List<String> PAGES = List.of("/console", "/jakarta.faces.resource");

  /** Whoever is mapped to the path serves it. */
  record Serve() implements Routing {}

  /** The same request, at this raw path. */
  record Forward(String path) implements Routing {}

  /** 307 to the same address without its trailing slash. */
  record WithoutSlash(String path) implements Routing {}

  /** Nobody has such an address. */
  record Refuse(ProblemCode code) implements Routing {}

  Pattern BAD_ESCAPE = Pattern.compile("%(?![0-9A-Fa-f]{2})");

  /**
   * Decides.
   *
   * @param path percent-encoded as received, starting with a slash, without context path and query
   */
  static Routing of(String path) {
    if (PAGES.stream().anyMatch(page -> isBelow(path, page))) {
      return new Serve();
    }
    if (path.equals(DASHBOARD) || path.equals(API_BASE + DASHBOARD)) {
      return new Forward(CONSOLE);
    }
    if (BAD_ESCAPE.matcher(path).find()) {
      return new Refuse(ProblemCode.INVALID_REQUEST);
    }
    if (path.contains("//")) {
      return new Refuse(ProblemCode.NOT_FOUND);
    }
    boolean prefixed = isBelow(path, API_BASE);
    String route = prefixed ? path.substring(API_BASE.length()) : path;
    if (route.length() > 1 && route.endsWith("/")) {
      return new WithoutSlash(path.substring(0, path.length() - 1));
    }
    return prefixed ? new Serve() : new Forward(API_BASE + path);
  }

  private static boolean isBelow(String path, String base) {
    return path.equals(base) || path.startsWith(base + "/");
  }

  default <R> R fold(
      Function<Serve, R> serve,
      Function<Forward, R> forward,
      Function<WithoutSlash, R> withoutSlash,
      Function<Refuse, R> refuse) {
    if (this instanceof Serve s) {
      return serve.apply(s);
    }
    if (this instanceof Forward f) {
      return forward.apply(f);
    }
    if (this instanceof WithoutSlash w) {
      return withoutSlash.apply(w);
    }
    return refuse.apply((Refuse) this);
  }
}
