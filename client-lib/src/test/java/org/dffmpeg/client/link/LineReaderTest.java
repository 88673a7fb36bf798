package org.dffmpeg.client.link;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LineReaderTest {
  @Test
  void lines_end_at_line_feeds_alone() throws Exception {
    assertThat(lines("a\n\nb\rc\u2028d\n")).containsExactly("a", "", "b\rc\u2028d");
  }

  @Test
  void what_follows_the_last_line_feed_is_no_line() throws Exception {
    assertThat(lines("a\nhalf")).containsExactly("a");
  }

  @Test
  void a_line_may_be_longer_than_a_chunk() throws Exception {
    String longLine = "x".repeat(100_000);

    assertThat(lines(longLine + "\ny\n")).containsExactly(longLine, "y");
  }

  private static List<String> lines(String text) throws IOException {
    LineReader reader =
        new LineReader(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    List<String> lines = new ArrayList<>();
    for (Optional<byte[]> l = reader.next(); l.isPresent(); l = reader.next()) {
      lines.add(new String(l.get(), StandardCharsets.UTF_8));
    }
    return lines;
  }
}
