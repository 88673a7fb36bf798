package org.dffmpeg.client.link;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.time.Duration;
import java.util.Optional;
import javax.net.ssl.HttpsURLConnection;
import javax.net.ssl.SSLSocketFactory;
import org.dffmpeg.client.link.config.JdkHttpProperties;
import org.dffmpeg.common.signing.RequestSigner;
import org.dffmpeg.common.signing.SignedHeaders;

/**
 * One signed HTTP exchange per call, on kept-alive connections of the JDK's HttpURLConnection,
 * which starts faster than any other client (PLATFORM "Client start-up"). Follows no redirect.
 * Thread-safe.
 *
 * <p>A coordinator that cannot be reached, or says that it does not serve, is left for the next at
 * once (K6); with one coordinator a call is one try.
 */
public final class SignedHttp {
  private static final String NDJSON_OR_JSON = "application/x-ndjson,application/json;q=0.9";
  private static final String JSON = "application/json";

  static {
    JdkHttpProperties.setUnlessSet();
  }

  private final Endpoints endpoints;
  private final RequestSigner signer;
  private final Optional<SSLSocketFactory> trust;
  private final Timeouts timeouts;
  private final String userAgent;

  /**
   * Exchanges with one of these under one identity.
   *
   * @param trust whom to trust for https; empty for the JDK's usual authorities
   * @param userAgent product and version
   */
  public SignedHttp(
      Endpoints endpoints,
      RequestSigner signer,
      Optional<SSLSocketFactory> trust,
      Timeouts timeouts,
      String userAgent) {
    this.endpoints = endpoints;
    this.signer = signer;
    this.trust = trust;
    this.timeouts = timeouts;
    this.userAgent = userAgent;
  }

  /** Whom it talks to, for messages. */
  public Endpoints endpoints() {
    return endpoints;
  }

  /** The same, waiting so long for an answer. */
  public SignedHttp withReadTimeout(Duration most) {
    return new SignedHttp(endpoints, signer, trust, timeouts.withRead(most), userAgent);
  }

  /** Signs, sends and reads the whole answer. */
  public Answer send(SignedRequest request) throws IOException {
    HttpURLConnection connection = answered(request, JSON, timeouts.read());
    int status = connection.getResponseCode();
    try (InputStream body = bodyOf(connection, status)) {
      return new Answer(status, body.readAllBytes(), retryAfter(connection));
    }
  }

  /**
   * Signs, sends and returns as soon as the answer's head is there.
   *
   * @param silence how long the body may pause
   */
  public StreamedAnswer stream(SignedRequest request, Duration silence) throws IOException {
    HttpURLConnection connection = answered(request, NDJSON_OR_JSON, silence);
    int status = connection.getResponseCode();
    String type = Optional.ofNullable(connection.getContentType()).orElse("");
    return new StreamedAnswer(status, type, bodyOf(connection, status), retryAfter(connection));
  }

  /** A connection whose answer has begun: of the first that serves, else of the last tried. */
  private HttpURLConnection answered(SignedRequest request, String accept, Duration silence)
      throws IOException {
    for (int left = endpoints.count(); ; left--) {
      Endpoint endpoint = endpoints.current();
      try {
        HttpURLConnection connection = open(endpoint, request, accept, silence);
        int status = connection.getResponseCode();
        if (!Answer.isAway(status)) {
          return connection;
        }
        endpoints.leave(endpoint);
        if (left <= 1 || !request.mayFollow(status)) {
          return connection;
        }
        bodyOf(connection, status).close();
      } catch (IOException e) {
        endpoints.leave(endpoint);
        if (left <= 1 || !request.mayFollow(e)) {
          throw e;
        }
      }
    }
  }

  private HttpURLConnection open(
      Endpoint endpoint, SignedRequest request, String accept, Duration silence)
      throws IOException {
    HttpURLConnection connection =
        (HttpURLConnection) endpoint.url(request.route(), request.query()).openConnection();
    if (connection instanceof HttpsURLConnection tls) {
      trust.ifPresent(tls::setSSLSocketFactory);
    }
    connection.setInstanceFollowRedirects(false);
    connection.setUseCaches(false);
    connection.setConnectTimeout(Math.toIntExact(timeouts.connect().toMillis()));
    connection.setReadTimeout(Math.toIntExact(silence.toMillis()));
    connection.setRequestMethod(request.method());
    connection.setRequestProperty("Accept", accept);
    connection.setRequestProperty("User-Agent", userAgent);
    sign(connection, request);
    if (sendsBody(request)) {
      writeBody(connection, request.body());
    }
    return connection;
  }

  private void sign(HttpURLConnection connection, SignedRequest request) {
    SignedHeaders headers = signer.sign(request.method(), request.route(), request.body());
    connection.setRequestProperty(SignedHeaders.CLIENT_ID, headers.clientId().value());
    connection.setRequestProperty(SignedHeaders.TIMESTAMP, headers.timestamp());
    connection.setRequestProperty(SignedHeaders.SIGNATURE, headers.signature());
  }

  /** A POST always says how long it is, be it 0 (PROTOCOL 3.3). */
  private static boolean sendsBody(SignedRequest request) {
    return request.method().equals("POST") || request.body().length > 0;
  }

  private static void writeBody(HttpURLConnection connection, byte[] body) throws IOException {
    connection.setDoOutput(true);
    connection.setRequestProperty("Content-Type", JSON);
    try (OutputStream out = connection.getOutputStream()) {
      out.write(body);
    }
  }

  private static InputStream bodyOf(HttpURLConnection connection, int status) throws IOException {
    InputStream body = status >= 400 ? connection.getErrorStream() : connection.getInputStream();
    return body == null ? InputStream.nullInputStream() : body;
  }

  private static Optional<Duration> retryAfter(HttpURLConnection connection) {
    long seconds = connection.getHeaderFieldLong("Retry-After", -1);
    return seconds < 0 ? Optional.empty() : Optional.of(Duration.ofSeconds(seconds));
  }
}
