package org.dffmpeg.worker.capability;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HardwareTest {
  @ParameterizedTest
  @CsvSource({
    "h264_nvenc, NVENC",
    "nvenc_hevc, NVENC",
    "mjpeg_qsv, QSV",
    "vp9_vaapi, VAAPI",
    "av1_vulkan, VULKAN",
    "hevc_amf, AMF",
    "prores_videotoolbox, VIDEOTOOLBOX",
    "h264_v4l2m2m, V4L2",
    "mpeg4_omx, OPENMAX",
    "h264_mf, MEDIA_FOUNDATION"
  })
  void hardware_is_known_by_its_name(String encoder, Hardware family) {
    assertThat(Hardware.of(new Codec(encoder, true))).contains(family);
  }

  @ParameterizedTest
  @ValueSource(strings = {"libx264", "mpeg4", "libsvtav1", "amv", "vc2"})
  void software_is_not_tried(String encoder) {
    assertThat(Hardware.of(new Codec(encoder, true))).isEmpty();
  }

  @Test
  void no_sound_is_tried_with_a_picture() {
    assertThat(Hardware.of(new Codec("aac_mf", false))).isEmpty();
  }

  /** The real lists name no family that is not known here. */
  @ParameterizedTest
  @CsvSource({"DEBIAN_5_1_9, 20", "BYTEDECO_8_1_2, 22"})
  void the_hardware_of_real_builds_is_found(Recorded recorded, int hardware) {
    assertThat(ProbeParser.codecs(recorded.answer("-encoders")))
        .filteredOn(encoder -> Hardware.of(encoder).isPresent())
        .hasSize(hardware);
  }

  @Test
  void a_trial_encodes_a_few_black_frames_into_nothing() {
    assertThat(String.join(" ", Hardware.QSV.trial("h264_qsv")))
        .isEqualTo(
            "-hide_banner -nostdin -loglevel error -f lavfi -i color=c=black:s=320x240:r=25"
                + " -frames:v 3 -c:v h264_qsv -f null -");
  }

  @Test
  void what_takes_frames_of_the_device_only_gets_them_uploaded() {
    assertThat(String.join(" ", Hardware.VAAPI.trial("h264_vaapi")))
        .isEqualTo(
            "-hide_banner -nostdin -loglevel error -init_hw_device vaapi=d -filter_hw_device d"
                + " -f lavfi -i color=c=black:s=320x240:r=25 -vf format=nv12,hwupload"
                + " -frames:v 3 -c:v h264_vaapi -f null -");
  }

  @Test
  void a_device_is_tried_by_opening_it() {
    assertThat(Hardware.opening("cuda")).containsSequence("-init_hw_device", "cuda=d");
    assertThat(Hardware.opening("drm"))
        .containsSequence("-init_hw_device", "drm=d:/dev/dri/renderD128");
  }
}
