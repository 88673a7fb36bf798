package org.dffmpeg.worker.capability;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The families of hardware encoders, by the ends of their names, and how to try one: a few frames
 * of black, into nothing. Pure.
 */
enum Hardware {
  /** Old builds have {@code nvenc_h264} and plain {@code nvenc}. */
  NVENC("nvenc", "cuda", false),
  QSV("_qsv", "qsv", false),
  VAAPI("_vaapi", "vaapi", true),
  VULKAN("_vulkan", "vulkan", true),
  D3D12VA("_d3d12va", "d3d12va", true),
  AMF("_amf", "", false),
  VIDEOTOOLBOX("_videotoolbox", "", false),
  MEDIA_FOUNDATION("_mf", "", false),
  MEDIACODEC("_mediacodec", "", false),
  V4L2("_v4l2m2m", "", false),
  OPENMAX("_omx", "", false),
  ROCKCHIP("_rkmpp", "", false);

  /** Larger than the least of every encoder, and small enough for an old phone. */
  private static final String PICTURE = "color=c=black:s=320x240:r=25";

  private static final List<String> QUIETLY =
      List.of("-hide_banner", "-nostdin", "-loglevel", "error");

  private static final List<String> UPLOAD = List.of("-vf", "format=nv12,hwupload");

  /** What ffmpeg's names for the encoders of libraries begin with. */
  private static final String LIBRARY = "lib";

  private final String mark;
  private final String device;
  private final boolean takesUploadedFrames;

  Hardware(String mark, String device, boolean takesUploadedFrames) {
    this.mark = mark;
    this.device = device;
    this.takesUploadedFrames = takesUploadedFrames;
  }

  /** The family of an encoder; empty for one that runs on the processor. */
  static Optional<Hardware> of(Codec encoder) {
    return Arrays.stream(values())
        .filter(family -> encoder.isVideo() && family.makes(encoder.name()))
        .findFirst();
  }

  private boolean makes(String encoder) {
    return this == NVENC ? encoder.contains(mark) : encoder.endsWith(mark);
  }

  /** The device that all of the family need, as {@code -hwaccels} calls it; may be empty. */
  String device() {
    return device;
  }

  /**
   * The arguments that try a video encoder of which a machine can lose the use: one of hardware, or
   * of a library that does not come with ffmpeg. Empty for those that are ffmpeg's own.
   */
  static Optional<List<String>> trialOf(String encoder) {
    return of(new Codec(encoder, true))
        .map(family -> family.trial(encoder))
        .or(() -> encoder.startsWith(LIBRARY) ? Optional.of(plain(encoder)) : Optional.empty());
  }

  /**
   * The arguments of a trial without the encoder: where they fail, the build lacks what a trial
   * needs, and a failed one says nothing.
   */
  static List<String> control() {
    return plain("rawvideo");
  }

  private static List<String> plain(String encoder) {
    List<String> words = new ArrayList<>(QUIETLY);
    words.addAll(encode(encoder, List.of()));
    return words;
  }

  private static List<String> encode(String encoder, List<String> filters) {
    List<String> words = new ArrayList<>(List.of("-f", "lavfi", "-i", PICTURE));
    words.addAll(filters);
    words.addAll(List.of("-frames:v", "3", "-c:v", encoder, "-f", "null", "-"));
    return words;
  }

  /** The arguments that try an encoder of this family. */
  List<String> trial(String encoder) {
    List<String> words = new ArrayList<>(QUIETLY);
    if (takesUploadedFrames) {
      words.addAll(List.of("-init_hw_device", device + "=d", "-filter_hw_device", "d"));
    }
    words.addAll(encode(encoder, takesUploadedFrames ? UPLOAD : List.of()));
    return words;
  }

  /** The arguments that try to open a device. */
  static List<String> opening(String device) {
    List<String> words = new ArrayList<>(QUIETLY);
    String where = device.equals("drm") ? ":/dev/dri/renderD128" : "";
    words.addAll(List.of("-init_hw_device", device + "=d" + where));
    words.addAll(List.of("-f", "lavfi", "-i", PICTURE, "-frames:v", "1", "-f", "null", "-"));
    return words;
  }
}
