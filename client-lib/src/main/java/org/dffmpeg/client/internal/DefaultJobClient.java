package org.dffmpeg.client.internal;

import org.dffmpeg.client.api.ClientListener;
import org.dffmpeg.client.api.ClientSettings;
import org.dffmpeg.client.api.JobClient;

/** The client. */
public final class DefaultJobClient {
  private DefaultJobClient() {}

  /** A client that has not contacted its coordinator yet. */
  public static JobClient connect(ClientSettings settings, ClientListener listener) {
    if (!settings.toString().isEmpty()) {
      throw new UnsupportedOperationException("being written" + listener);
    }
    throw new IllegalStateException("being written");
  }
}
