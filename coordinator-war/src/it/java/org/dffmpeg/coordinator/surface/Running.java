package org.dffmpeg.coordinator.surface;

/** Whoever has a coordinator running, for the tests of one part of its surface. */
interface Running {
  Surface surface();
}
