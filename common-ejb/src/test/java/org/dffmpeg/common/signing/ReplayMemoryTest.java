package org.dffmpeg.common.signing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Base64;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.dffmpeg.common.testing.MutableClock;
import org.dffmpeg.common.testing.SignatureVectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReplayMemoryTest {
  private static final long ROOM_FOR_TEN = 1280;
  private static final String SIGNATURE = SignatureVectors.ALL.get(0).signature();

  private final MutableClock clock = new MutableClock();
  private final ReplayMemory memory = new ReplayMemory(clock, 1 << 20);

  @Test
  void what_is_new_passes() {
    assertThat(SignatureVectors.ALL).allMatch(vector -> memory.admit(vector.signature()));
    assertThat(memory.size()).isEqualTo(SignatureVectors.ALL.size());
  }

  @ParameterizedTest
  @ValueSource(longs = {0, 1, 4_999, 5_000})
  void an_equal_request_within_five_seconds_passes(long millis) {
    memory.admit(SIGNATURE);
    clock.advance(Duration.ofMillis(millis));

    assertThat(memory.admit(SIGNATURE)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(longs = {5_001, 60_000, 600_000, 605_000})
  void later_it_is_refused_as_long_as_its_timestamp_may_be_accepted(long millis) {
    memory.admit(SIGNATURE);
    clock.advance(Duration.ofMillis(millis));

    assertThat(memory.admit(SIGNATURE)).isFalse();
  }

  @Test
  void the_grace_counts_from_the_first_sight_not_the_last() {
    memory.admit(SIGNATURE);
    for (int second = 1; second <= 5; second++) {
      clock.advance(Duration.ofSeconds(1));
      assertThat(memory.admit(SIGNATURE)).isTrue();
    }
    clock.advance(Duration.ofSeconds(1));

    assertThat(memory.admit(SIGNATURE)).isFalse();
  }

  @Test
  void it_is_forgotten_when_no_clock_could_accept_it_any_more() {
    memory.admit(SIGNATURE);
    clock.advance(SignatureVerifier.WINDOW.multipliedBy(2).plusSeconds(6));
    memory.admit(SignatureVectors.ALL.get(1).signature());

    assertThat(memory.size()).isEqualTo(1);
    assertThat(memory.evictions()).isZero();
  }

  @Test
  void another_text_for_the_same_bytes_is_no_other_signature() {
    memory.admit(SIGNATURE); // ends in "kAo=": the last two bits of the 'o' mean nothing
    clock.advance(Duration.ofSeconds(6));

    assertThat(memory.admit(SIGNATURE.replace("kAo=", "kAp="))).isFalse();
    assertThat(memory.admit(SIGNATURE.replace("kAo=", "kAo"))).isFalse();
  }

  @Test
  void a_clock_set_back_lets_nothing_pass_again() {
    memory.admit(SIGNATURE);
    clock.advance(Duration.ofHours(-1));

    assertThat(memory.admit(SIGNATURE)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "AAAA", "not base64", "ü"})
  void what_is_no_signature_never_passes(String text) {
    assertThat(memory.admit(text)).isFalse();
    assertThat(memory.size()).isZero();
  }

  @Test
  void over_its_bound_it_forgets_the_oldest_and_counts() {
    AtomicInteger told = new AtomicInteger();
    ReplayMemory small = new ReplayMemory(clock, ROOM_FOR_TEN, told::incrementAndGet);
    IntStream.range(0, 13).forEach(i -> small.admit(signature(i)));
    clock.advance(Duration.ofSeconds(6));

    assertThat(small.size()).isEqualTo(10);
    assertThat(small.evictions()).isEqualTo(3);
    assertThat(told).hasValue(3);
    assertThat(small.admit(signature(12))).isFalse();
    assertThat(small.admit(signature(0))).isTrue();
  }

  @Property(tries = 200)
  void whatever_is_sent_the_bound_holds(@ForAll @IntRange(max = 500) int requests) {
    ReplayMemory small = new ReplayMemory(new MutableClock(), ROOM_FOR_TEN);
    IntStream.range(0, requests).forEach(i -> small.admit(signature(i % 37)));

    assertThat(small.size()).isLessThanOrEqualTo(10);
  }

  private static String signature(int number) {
    byte[] bytes = new byte[32];
    bytes[5] = (byte) number;
    return Base64.getEncoder().encodeToString(bytes);
  }
}
