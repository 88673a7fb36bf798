package org.dffmpeg.coordinator.container;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;

class CoordinatorOnPostgresIT extends CoordinatorContract {
  private static Path data = Path.of("");
  private static @Nullable EmbeddedPostgres postgres;

  @Deployment(testable = false)
  static WebArchive coordinator() throws IOException {
    EmbeddedPostgres started = EmbeddedPostgres.start();
    postgres = started;
    data =
        Container.prepare(
            "database: {url: '%s', user: postgres}"
                .formatted(started.getJdbcUrl("postgres", "postgres")));
    return Container.builtWar();
  }

  @AfterAll
  static void stop() throws IOException {
    EmbeddedPostgres started = postgres;
    if (started != null) {
      started.close();
    }
  }

  @Override
  Path data() {
    return data;
  }
}
