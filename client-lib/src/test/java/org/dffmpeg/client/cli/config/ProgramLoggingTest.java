package org.dffmpeg.client.cli.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class ProgramLoggingTest {
  private static final Module HERE = ProgramLoggingTest.class.getModule();

  @Test
  void nothing_is_logged_unless_asked_for() {
    System.Logger logger = new ProgramLogging(Optional.empty()).getLogger("x", HERE);

    for (System.Logger.Level level : System.Logger.Level.values()) {
      assertThat(logger.isLoggable(level)).isFalse();
    }
  }

  @Test
  void a_level_lets_itself_and_worse_through() {
    System.Logger logger = new ProgramLogging(Optional.of("warning")).getLogger("x", HERE);

    assertThat(logger.isLoggable(System.Logger.Level.INFO)).isFalse();
    assertThat(logger.isLoggable(System.Logger.Level.WARNING)).isTrue();
    assertThat(logger.isLoggable(System.Logger.Level.ERROR)).isTrue();
  }

  @Test
  void an_unknown_level_is_none() {
    System.Logger logger = new ProgramLogging(Optional.of("loud")).getLogger("x", HERE);

    assertThat(logger.isLoggable(System.Logger.Level.ERROR)).isFalse();
  }
}
