package org.dffmpeg.worker.execution;

import static org.assertj.core.api.Assertions.assertThat;

import org.dffmpeg.common.job.EndReason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ComplaintsTest {
  private final Complaints complaints = new Complaints();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[h264_nvenc @ 0x55a1] OpenEncodeSessionEx failed: out of memory (10)",
        "[h264_nvenc @ 00000273a548f1c0] OpenEncodeSessionEx failed: out of memory (10): (no details)",
        "[hevc_nvenc @ 0x55a1] OpenEncodeSessionEx failed: incompatible client key (21): (no details)",
        "[h264_qsv @ 0x55a1] Error initializing an internal MFX session: memory allocation failed (-4)",
        "[h264_qsv @ 0x55a1] Error initializing the encoder: device busy (2)",
        "[h264_vaapi @ 0x55a1] Failed to create encode pipeline context: 2 (resource allocation failed).",
      })
  void an_encoder_without_a_session_left_is_recognised(String line) {
    complaints.hear("Stream mapping:");
    complaints.hear(line);
    complaints.hear("Conversion failed!");

    assertThat(complaints.heard()).contains(EndReason.SESSION_LIMIT);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[h264_nvenc @ 0x55a1] OpenEncodeSessionEx failed: unsupported device (2): (no details)",
        "[h264_nvenc @ 0x55a1] InitializeEncoder failed: invalid param (8): Preset not supported",
        "[h264_qsv @ 0x55a1] Error initializing an internal MFX session: unsupported (-3)",
        "[libx264 @ 0x55a1] Error setting preset/tune fast/none.",
        "Error while opening encoder - maybe incorrect parameters such as bit_rate, rate, width or height.",
      })
  void what_more_sessions_would_not_cure_is_not_taken_for_that(String line) {
    complaints.hear(line);

    assertThat(complaints.heard()).isEmpty();
  }

  @Test
  void the_first_complaint_counts() {
    complaints.hear("out.mkv: No space left on device");
    complaints.hear("OpenEncodeSessionEx failed: out of memory (10)");

    assertThat(complaints.heard()).contains(EndReason.DISK_FULL);
  }
}
