package org.dffmpeg.worker.logship;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class OutputSplitterTest {
  /** Lines as they are, overwritten records with a mark. */
  private static final class Records implements OutputSplitter.Sink {
    private final List<String> seen = new ArrayList<>();

    @Override
    public void line(String text) {
      seen.add(text);
    }

    @Override
    public void overwritten(String text) {
      seen.add(text + "<CR>");
    }
  }

  @Test
  void records_end_at_line_feeds_returns_and_both() {
    assertThat(split("a\nb\r\nc\rd\n")).containsExactly("a", "b", "c<CR>", "d");
  }

  @Test
  void a_return_at_the_end_of_a_chunk_waits_for_what_follows() {
    assertThat(split("a\r", "\nb\r", "c")).containsExactly("a", "b<CR>", "c");
  }

  @Test
  void empty_lines_are_lines() {
    assertThat(split("\n\r\n\r\rx\n")).containsExactly("", "", "<CR>", "<CR>", "x");
  }

  @Test
  void what_is_left_at_the_end_is_a_record() {
    assertThat(split("a\nb")).containsExactly("a", "b");
    assertThat(split("a\r")).containsExactly("a<CR>");
    assertThat(split("a\n")).containsExactly("a");
    assertThat(split("")).isEmpty();
  }

  @Test
  void a_record_without_an_end_comes_in_pieces_that_cut_no_character() {
    String umlauts = "ä".repeat(OutputSplitter.MOST_BYTES);

    List<String> pieces = split("x" + umlauts);

    assertThat(String.join("", pieces)).isEqualTo("x" + umlauts);
    assertThat(pieces)
        .hasSize(3)
        .allSatisfy(
            piece ->
                assertThat(piece.getBytes(StandardCharsets.UTF_8).length)
                    .isLessThanOrEqualTo(OutputSplitter.MOST_BYTES));
  }

  @Test
  void a_record_of_exactly_the_most_is_one() {
    String most = "x".repeat(OutputSplitter.MOST_BYTES);

    assertThat(split(most + "\n")).containsExactly(most);
  }

  /** Whatever the bytes, nothing is lost but line ends, and nothing hangs. */
  @Property
  void any_bytes_give_the_text_that_a_decoder_gives(
      @ForAll @Size(max = 300) List<Byte> values, @ForAll @IntRange(min = 1, max = 50) int chunk) {
    byte[] bytes = new byte[values.size()];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = values.get(i);
    }
    Records records = new Records();
    OutputSplitter splitter = new OutputSplitter(records);
    for (int from = 0; from < bytes.length; from += chunk) {
      byte[] part = Arrays.copyOfRange(bytes, from, Math.min(bytes.length, from + chunk));
      splitter.feed(part, part.length);
    }
    splitter.end();

    String all = String.join("", records.seen).replace("<CR>", "");
    assertThat(all).isEqualTo(withoutEnds(bytes));
  }

  private static String withoutEnds(byte[] bytes) {
    StringBuilder text = new StringBuilder();
    int from = 0;
    for (int i = 0; i <= bytes.length; i++) {
      if (i == bytes.length || bytes[i] == '\n' || bytes[i] == '\r') {
        text.append(new String(bytes, from, i - from, StandardCharsets.UTF_8));
        from = i + 1;
      }
    }
    return text.toString();
  }

  private static List<String> split(String... chunks) {
    Records records = new Records();
    OutputSplitter splitter = new OutputSplitter(records);
    for (String chunk : chunks) {
      byte[] bytes = chunk.getBytes(StandardCharsets.UTF_8);
      splitter.feed(bytes, bytes.length);
    }
    splitter.end();
    return records.seen;
  }
}
