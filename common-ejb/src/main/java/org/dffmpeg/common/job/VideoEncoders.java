package org.dffmpeg.common.job;

import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** Which video encoders a command of ffmpeg names. Pure. */
public final class VideoEncoders {
  /** ffmpeg, "Main options": {@code -codec[:stream_specifier]}. */
  private static final Pattern CODEC = Pattern.compile("-(c|codec):[vV](:.*)?|-vcodec");

  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_.-]{0,63}");
  private static final String COPY = "copy";
  private static final String INPUT = "-i";

  private VideoEncoders() {}

  /** Those behind the last input: before an input the same options name decoders. */
  public static SortedSet<String> namedIn(List<String> arguments) {
    SortedSet<String> encoders = new TreeSet<>();
    for (int i = arguments.lastIndexOf(INPUT) + 1; i + 1 < arguments.size(); i++) {
      String value = arguments.get(i + 1);
      if (CODEC.matcher(arguments.get(i)).matches() && isEncoder(value)) {
        encoders.add(value);
      }
    }
    return encoders;
  }

  private static boolean isEncoder(String value) {
    return NAME.matcher(value).matches() && !value.equals(COPY);
  }
}
