package org.dffmpeg.worker.capability;

/**
 * A build of ffmpeg or ffprobe, in its own words. Immutable.
 *
 * @param program {@code ffmpeg} or {@code ffprobe}
 * @param version the line that begins with that
 * @param configuration the line that begins with {@code configuration:}
 */
record Build(String program, String version, String configuration) {
  boolean encodes() {
    return program.equals("ffmpeg");
  }
}
