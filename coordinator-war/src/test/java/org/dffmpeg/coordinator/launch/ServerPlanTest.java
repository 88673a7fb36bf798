package org.dffmpeg.coordinator.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ServerPlanTest {
  private static final ServerPlan.Tls TLS =
      new ServerPlan.Tls(Path.of("/k.p12"), "hush", "PKCS12", "dffmpeg");

  private final ServerPlan http = new ServerPlan("127.0.0.1", 8000, Optional.empty());
  private final ServerPlan https = new ServerPlan("127.0.0.1", 8443, Optional.of(TLS));

  @Test
  void no_listener_is_open_before_the_deployment() {
    assertThat(http.beforeBoot())
        .filteredOn(command -> command.contains("listener.enabled="))
        .hasSize(2)
        .allMatch(command -> command.endsWith("enabled=false"));
  }

  @Test
  void one_listener_opens_after_the_deployment() {
    assertThat(http.afterDeployment())
        .singleElement()
        .asString()
        .contains(".http-listener.enabled=true");
    assertThat(https.afterDeployment())
        .singleElement()
        .asString()
        .contains(".https-listener.enabled=true");
  }

  @Test
  void the_servers_own_endpoints_are_off() {
    assertThat(http.beforeBoot())
        .contains(
            "set-microprofile-healthcheck-configuration --enabled=false",
            "set-openapi-configuration --enabled=false")
        .anyMatch(command -> command.endsWith("microprofile-metrics-configuration.enabled=false"));
  }

  @Test
  void the_repository_of_batch_jobs_lies_where_the_launcher_says() {
    assertThat(http.beforeBoot())
        .contains(
            "set resources.jdbc-connection-pool.H2Pool.property.URL="
                + "jdbc:h2:file:${dffmpeg.batch.repository}");
  }

  @Test
  void the_keystore_password_is_in_no_command_and_no_text() {
    assertThat(https.beforeBoot()).noneMatch(command -> command.contains("hush"));
    assertThat(https.toString()).doesNotContain("hush");
    assertThat(TLS.systemProperties()).containsEntry("javax.net.ssl.keyStorePassword", "hush");
  }
}
