package org.dffmpeg.coordinator.boot;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.dffmpeg.coordinator.core.health.ServiceState;
import org.dffmpeg.coordinator.core.tx.StoreUnavailable;
import org.dffmpeg.coordinator.front.Traffic;
import org.dffmpeg.coordinator.stream.OpenStreams;
import org.junit.jupiter.api.Test;

class ShutdownDrainTest {
  private final ServiceState state = new ServiceState();
  private final List<String> noted = new ArrayList<>();

  @Test
  void what_cannot_be_noted_without_a_database_keeps_nothing_else_from_its_end() throws Exception {
    ShutdownDrain drain =
        new ShutdownDrain(
            state,
            new OpenStreams(),
            new Traffic(),
            List.of(this::failWithoutDatabase, () -> noted.add("good-bye")),
            Duration.ZERO,
            pause -> {});

    drain.run();

    assertThat(state.isShuttingDown()).isTrue();
    assertThat(noted).containsExactly("good-bye");
  }

  private void failWithoutDatabase() {
    throw new StoreUnavailable("to write", null);
  }
}
