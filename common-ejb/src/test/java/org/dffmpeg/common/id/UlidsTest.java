package org.dffmpeg.common.id;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.f4b6a3.ulid.Ulid;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.dffmpeg.common.testing.MutableClock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UlidsTest {

  @Test
  void the_vectors_of_the_protocol_hold() {
    Ulid seen = Ulid.from("01M82D2EEPC0Z8ABD66137SEVB");

    assertThat(seen.getInstant()).isEqualTo(Instant.parse("2026-11-22T19:52:30.422Z"));
    assertThat(HexFormat.of().formatHex(seen.getRandom())).isEqualTo("603e852da630467cbb6b");
    assertThat(new Ulid(1_767_225_600_000L, HexFormat.of().parseHex("00010203040506070809")))
        .hasToString("01KDVDNA00000G40R40M30E209");
  }

  @Test
  void a_job_id_tells_when_the_job_was_created() {
    JobId job = new UlidFactory(new MutableClock(), () -> 7).jobId();

    assertThat(UlidFactory.createdAt(job)).isEqualTo(MutableClock.START);
  }

  @Test
  void a_cursor_starts_at_the_first_id_of_its_instant() {
    assertThat(UlidFactory.firstMessageIdAt(MutableClock.START))
        .hasToString("01KDVDNA000000000000000000");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "01M82D2EEPC0Z8ABD66137SEV",
        "01M82D2EEPC0Z8ABD66137SEVBB",
        "01m82d2eepc0z8abd66137sevb",
        "81M82D2EEPC0Z8ABD66137SEVB",
        "01M82D2EEPC0Z8ABD66137SEVI",
        "01M82D2EEPC0Z8ABD66137SEVL",
        "01M82D2EEPC0Z8ABD66137SEVO",
        "01M82D2EEPC0Z8ABD66137SEVU",
        "01M82D2EEPC0Z8ABD66137SEV ",
        "01M82D2EEPC0Z8ABD66137SEVÜ",
        "01M82D2EEPC0Z8ABD66137SE-B"
      })
  void what_is_no_ulid_is_refused(String text) {
    assertThat(JobId.parse(text)).isEmpty();
    assertThat(MessageId.parse(text)).isEmpty();
    assertThat(LogId.parse(text)).isEmpty();
    assertThatThrownBy(() -> new JobId(text)).hasMessageContaining("not a job id");
    assertThatThrownBy(() -> new MessageId(text)).hasMessageContaining("not a message id");
    assertThatThrownBy(() -> new LogId(text)).hasMessageContaining("not a log entry id");
  }

  @Test
  void the_smallest_and_the_greatest_are_ulids() {
    assertThat(MessageId.parse("00000000000000000000000000")).isPresent();
    assertThat(MessageId.parse("7ZZZZZZZZZZZZZZZZZZZZZZZZZ")).isPresent();
  }

  @Property
  void message_ids_of_a_channel_strictly_increase_also_when_the_clock_goes_back(
      @ForAll @Size(max = 50) List<@LongRange(min = -60_000, max = 60_000) Long> steps,
      @ForAll long seed) {
    MutableClock clock = new MutableClock();
    UlidFactory factory = new UlidFactory(clock, new Random(seed));
    List<String> ids = new ArrayList<>();
    Optional<MessageId> last = Optional.empty();
    for (long step : steps) {
      clock.advance(Duration.ofMillis(step));
      last = Optional.of(factory.messageIdAfter(last));
      ids.add(last.get().value());
    }
    assertThat(ids).isSorted().doesNotHaveDuplicates();
  }

  @Property
  void two_coordinators_with_different_clocks_share_a_channel_in_order(
      @ForAll @Size(max = 50) List<Boolean> turns, @ForAll long seed) {
    MutableClock late = new MutableClock();
    MutableClock early = new MutableClock(MutableClock.START.plusSeconds(10));
    UlidFactory one = new UlidFactory(late, new Random(seed));
    UlidFactory two = new UlidFactory(early, new Random(~seed));
    List<String> ids = new ArrayList<>();
    Optional<MessageId> last = Optional.empty();
    for (boolean turn : turns) {
      last = Optional.of((turn ? one : two).messageIdAfter(last));
      ids.add(last.get().value());
    }
    assertThat(ids).isSorted().doesNotHaveDuplicates();
  }

  @Property
  void job_ids_of_a_factory_strictly_increase(
      @ForAll @Size(max = 50) List<@LongRange(min = -5, max = 5) Long> steps, @ForAll long seed) {
    MutableClock clock = new MutableClock();
    UlidFactory factory = new UlidFactory(clock, new Random(seed));
    List<String> ids = new ArrayList<>();
    for (long step : steps) {
      clock.advance(Duration.ofMillis(step));
      ids.add(factory.jobId().value());
    }
    assertThat(ids).isSorted().doesNotHaveDuplicates();
  }

  @Test
  void an_id_tells_its_millisecond_and_the_rest_is_random() {
    MutableClock clock = new MutableClock();
    List<Ulid> ids = new ArrayList<>();
    for (int seed = 0; seed < 100; seed++) {
      ids.add(Ulid.from(new UlidFactory(clock, new Random(seed)).logId().value()));
    }

    assertThat(ids).extracting(Ulid::getInstant).containsOnly(MutableClock.START);
    assertThat(ids).extracting(id -> id.getMostSignificantBits() & 0xFFFF).doesNotHaveDuplicates();
    assertThat(ids).extracting(Ulid::getLeastSignificantBits).doesNotHaveDuplicates();
  }

  @Test
  void an_id_carries_over_at_the_end_of_a_millisecond() {
    UlidFactory factory = new UlidFactory(new MutableClock(Instant.EPOCH), new Random(1));
    MessageId last = new MessageId("0000000001ZZZZZZZZZZZZZZZZ");

    assertThat(factory.messageIdAfter(Optional.of(last))).hasToString("00000000020000000000000000");
  }

  @Test
  void names_of_peers_are_never_empty_nor_too_long() {
    assertThat(new WorkerId("w").identity()).isEqualTo(new ClientId("w"));
    assertThatThrownBy(() -> new ClientId("")).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new WorkerId("")).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new ClientId("x".repeat(256))).hasMessageContaining("client id");
    assertThatThrownBy(() -> new WorkerId("x".repeat(256))).hasMessageContaining("worker id");
    assertThat(new ClientId("x".repeat(255)).value()).hasSize(255);
  }

  @Test
  void ids_are_ordered_as_their_text() {
    assertThat(new JobId("0".repeat(26))).isLessThan(new JobId("7" + "Z".repeat(25)));
    assertThat(new MessageId("0".repeat(26))).isLessThan(new MessageId("7" + "Z".repeat(25)));
    assertThat(new LogId("0".repeat(26))).isLessThan(new LogId("7" + "Z".repeat(25)));
    assertThat(new ClientId("a")).isLessThan(new ClientId("b"));
    assertThat(new WorkerId("a")).isLessThan(new WorkerId("b"));
  }
}
