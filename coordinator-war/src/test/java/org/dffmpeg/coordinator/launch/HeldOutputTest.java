package org.dffmpeg.coordinator.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class HeldOutputTest {
  private final ByteArrayOutputStream target = new ByteArrayOutputStream();
  private final HeldOutput output = new HeldOutput(target);

  @Test
  void nothing_is_seen_until_somebody_decides() throws IOException {
    say("one ");
    assertThat(seen()).isEmpty();

    output.release();
    say("two");

    assertThat(seen()).isEqualTo("one two");
  }

  @Test
  void what_is_dropped_is_never_seen() throws IOException {
    say("one");
    output.drop();
    say("two");
    output.release();

    assertThat(seen()).isEmpty();
  }

  @Test
  void too_much_is_let_out_unasked() throws IOException {
    say("x".repeat(HeldOutput.BOUND + 1));

    assertThat(seen()).hasSize(HeldOutput.BOUND + 1);
  }

  private void say(String text) throws IOException {
    output.write(text.getBytes(StandardCharsets.US_ASCII));
  }

  private String seen() {
    return target.toString(StandardCharsets.US_ASCII);
  }
}
