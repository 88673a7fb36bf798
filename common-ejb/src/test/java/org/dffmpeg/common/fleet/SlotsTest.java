package org.dffmpeg.common.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class SlotsTest {
  private static final Slots MACHINE = new Slots(Map.of("cpu", 4, "nvenc0", 3));

  @Test
  void every_pool_has_to_cover_what_is_needed_of_it() {
    assertThat(MACHINE.cover(new Slots(Map.of("cpu", 4, "nvenc0", 1)))).isTrue();
    assertThat(MACHINE.cover(Slots.cpu(5))).isFalse();
    assertThat(MACHINE.cover(new Slots(Map.of("cpu", 1, "vaapi", 1)))).isFalse();
    assertThat(Slots.NONE.cover(Slots.NONE)).isTrue();
  }

  @Property
  void what_is_taken_and_given_back_leaves_what_was_there(
      @ForAll @IntRange(max = 9) int cpu, @ForAll @IntRange(max = 9) int session) {
    Slots job = new Slots(Map.of("cpu", cpu, "nvenc1", session));

    assertThat(MACHINE.plus(job).minus(job)).isEqualTo(MACHINE);
    assertThat(Slots.NONE.plus(job).total()).isEqualTo(cpu + session);
    assertThat(MACHINE.minus(job).total()).isBetween(0, MACHINE.total());
  }

  @Test
  void people_read_a_number_where_one_says_it_all() {
    assertThat(Slots.cpu(4).text()).isEqualTo("4");
    assertThat(Slots.NONE.text()).isEqualTo("0");
    assertThat(MACHINE.text()).isEqualTo("4 cpu, 3 nvenc0");
  }
}
