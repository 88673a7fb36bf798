package org.dffmpeg.coordinator.rest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import jakarta.ws.rs.NotAllowedException;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.dffmpeg.common.json.WireFormatException;
import org.dffmpeg.common.json.WireJson;
import org.dffmpeg.common.protocol.SubmitJob;
import org.dffmpeg.coordinator.core.Fault;
import org.dffmpeg.coordinator.core.tx.ConflictException;
import org.dffmpeg.coordinator.core.tx.StoreUnavailable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ProblemMapperTest {
  private final ProblemMapper mapper = new ProblemMapper();
  private final Logger logger = Logger.getLogger(Fault.class.getName());
  private final List<LogRecord> lines = new ArrayList<>();
  private final Handler recorder =
      new Handler() {
        @Override
        public void publish(LogRecord line) {
          lines.add(line);
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
      };

  @BeforeEach
  void listen() {
    logger.addHandler(recorder);
    logger.setUseParentHandlers(false);
  }

  @AfterEach
  void stopListening() {
    logger.removeHandler(recorder);
    logger.setUseParentHandlers(true);
  }

  @Test
  void a_bug_is_answered_with_an_id_only_and_the_log_has_the_rest_under_it() {
    IllegalStateException bug = new IllegalStateException("password of the database: x");

    Response answer = mapper.toResponse(bug);

    assertThat(answer.getStatus()).isEqualTo(500);
    assertThat(body(answer))
        .matches("\\{\"detail\":\"Internal error \\([-0-9a-f]{36}\\)\",\"code\":\"internal\"}");
    assertThat(lines).hasSize(1);
    assertThat(lines.get(0).getThrown()).isSameAs(bug);
    assertThat(body(answer)).contains(lines.get(0).getMessage().replaceAll(".* ", ""));
  }

  @Test
  void a_database_that_is_away_or_overrun_is_503_and_to_be_tried_again() {
    for (RuntimeException e :
        List.of(
            new StoreUnavailable("connect to db", new IOException()),
            new ConflictException("job"))) {
      Response answer = mapper.toResponse(e);

      assertThat(answer.getStatus()).isEqualTo(503);
      assertThat(answer.getHeaderString("Retry-After")).isEqualTo("2");
      assertThat(body(answer))
          .isEqualTo(
              "{\"detail\":\"The database does not answer; try again\",\"code\":\"unavailable\"}");
    }
  }

  @Test
  void what_routing_refuses_is_json_and_names_the_methods_that_are_offered() {
    Response answer =
        mapper.toResponse(new NotAllowedException("POST", new String[] {"GET", "HEAD", "OPTIONS"}));

    assertThat(answer.getStatus()).isEqualTo(405);
    assertThat(answer.getHeaderString("Allow")).isEqualTo("GET, POST");
    assertThat(body(answer))
        .isEqualTo("{\"detail\":\"Method Not Allowed\",\"code\":\"method_not_allowed\"}");
    assertThat(body(mapper.toResponse(new NotFoundException())))
        .isEqualTo("{\"detail\":\"Not Found\",\"code\":\"not_found\"}");
  }

  @Test
  void a_request_that_broke_off_is_no_error_of_ours() {
    Response answer = mapper.toResponse(new IOException("reset"));

    assertThat(answer.getStatus()).isEqualTo(400);
    assertThat(lines).isEmpty();
  }

  @Test
  void violations_are_listed() {
    WireFormatException malformed =
        catchThrowableOfType(
            WireFormatException.class, () -> WireJson.read(SubmitJob.class, "[]".getBytes(UTF_8)));

    Response answer = mapper.toResponse(malformed);

    assertThat(answer.getStatus()).isEqualTo(422);
    assertThat(body(answer)).startsWith("{\"detail\":[{").endsWith("\"code\":\"unprocessable\"}");
  }

  private static String body(Response answer) {
    assertThat(answer.getMediaType()).hasToString("application/json");
    return new String((byte[]) answer.getEntity(), UTF_8);
  }
}
