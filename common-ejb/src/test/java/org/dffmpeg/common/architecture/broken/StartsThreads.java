package org.dffmpeg.common.architecture.broken;

import java.util.concurrent.Executor;
import java.util.concurrent.Executors;

/** Breaks A9. */
public class StartsThreads {
  public Thread thread(Runnable body) {
    return new Thread(body);
  }

  public Executor pool() {
    return Executors.newCachedThreadPool();
  }
}
