package org.dffmpeg.coordinator.launch;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import javax.net.ssl.HttpsURLConnection;
import javax.net.ssl.SSLContext;
import org.dffmpeg.common.time.Sleeper;

/** Asks our own {@code /health} over HTTP, as any stranger would. Immutable. */
record Readiness(URI health, Optional<SSLContext> trust, Sleeper sleeper) {
  private static final Duration PAUSE = Duration.ofMillis(50);
  private static final int TIMEOUT_MILLIS = 2_000;
  private static final int OK = 200;

  /**
   * Asks until the answer is 200.
   *
   * @return false if none of the tries brought one
   */
  boolean await(int tries) throws InterruptedException {
    for (int i = 0; i < tries; i++) {
      if (answers()) {
        return true;
      }
      sleeper.sleep(PAUSE);
    }
    return false;
  }

  private boolean answers() {
    try {
      HttpURLConnection connection = (HttpURLConnection) health.toURL().openConnection();
      if (connection instanceof HttpsURLConnection secured) {
        trust.ifPresent(context -> secured.setSSLSocketFactory(context.getSocketFactory()));
        secured.setHostnameVerifier((name, session) -> true);
      }
      connection.setConnectTimeout(TIMEOUT_MILLIS);
      connection.setReadTimeout(TIMEOUT_MILLIS);
      try {
        return connection.getResponseCode() == OK;
      } finally {
        connection.disconnect();
      }
    } catch (IOException e) {
      return false;
    }
  }
}
