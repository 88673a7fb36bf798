package org.dffmpeg.common.fleet;

/** What can happen to a worker (PROTOCOL 11). */
public enum WorkerEvent {
  REGISTER_ONLINE,
  REGISTER_DRAINING,
  VERIFY,
  DEREGISTER,
  /** Its lease ran out. */
  EXPIRE
}
