package org.dffmpeg.client.link;

import java.time.Duration;

/**
 * What to listen to.
 *
 * @param path as the coordinator gave it, below the API base (PROTOCOL 7)
 * @param keepAlive how long the coordinator may stay silent; whole seconds
 */
public record Poll(String path, Duration keepAlive) {
  private static final Duration GRACE = Duration.ofSeconds(5);

  SignedRequest request(Cursor cursor) {
    String query = "wait=" + keepAlive.toSeconds();
    return SignedRequest.get(path)
        .withQuery(cursor.last().map(id -> query + "&last_message_id=" + id).orElse(query));
  }

  /** After so much silence the connection counts as dead (PROTOCOL 7 "Client timing"). */
  Duration silence() {
    return keepAlive.plus(GRACE);
  }
}
