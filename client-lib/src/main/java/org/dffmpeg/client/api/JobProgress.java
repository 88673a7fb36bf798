package org.dffmpeg.client.api;

import java.time.Duration;
import java.util.OptionalDouble;

/**
 * What ffmpeg last said of its progress (its status line; keys as of ffmpeg 5.1, {@code
 * fftools/ffmpeg.c print_report}). Immutable.
 *
 * @param frame video frames written, 0 without video
 * @param framesPerSecond 0 if not said
 * @param time how far the output reaches
 * @param speed output time per wall time, 0 if not said
 * @param percent of the input's length that {@code time} is, 0 to 100; empty while the length is
 *     unknown
 */
public record JobProgress(
    long frame, double framesPerSecond, Duration time, double speed, OptionalDouble percent) {}
