package org.dffmpeg.client.link;

/** Listens to one channel until it is told to stop, or its sink has heard enough. */
public interface MessageReceiver extends Runnable {

  /** Listens on the calling thread; returns when it is over, or the thread was interrupted. */
  @Override
  void run();

  /**
   * Ends the listening from any thread, without waiting. A connection that is silent just now is
   * dropped when it next says something, at the latest when its silence counts as death.
   */
  void stop();
}
