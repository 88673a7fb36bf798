package org.dffmpeg.client.cli.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.dffmpeg.client.api.ClientSettings;
import org.dffmpeg.client.api.CoordinatorUnreachable;
import org.dffmpeg.client.api.NotAuthorized;
import org.dffmpeg.client.api.NotFound;
import org.dffmpeg.client.cli.Samples;
import org.dffmpeg.client.internal.ClientWiring;
import org.dffmpeg.common.id.ClientId;
import org.dffmpeg.common.json.WireJson;
import org.dffmpeg.common.protocol.AddUser;
import org.dffmpeg.common.protocol.ReEncrypt;
import org.dffmpeg.common.protocol.ReEncrypted;
import org.dffmpeg.common.protocol.RetentionRun;
import org.dffmpeg.common.protocol.Role;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The routes of the administrators' API, over real HTTP on loopback. */
class SignedAdminApiTest {
  private static final ClientId WHO = new ClientId("a b");
  private final List<String> requests = new CopyOnWriteArrayList<>();
  private HttpServer server;
  private int status = 200;
  private byte[] body = WireJson.write(Samples.user("a b", "key"));
  private AdminApi admin;

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::answer);
    server.start();
    admin = patient(Duration.ZERO);
  }

  private AdminApi patient(Duration patience) {
    ClientSettings settings =
        ClientSettings.of(
                URI.create("http://127.0.0.1:" + server.getAddress().getPort()),
                "localadmin",
                "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=")
            .withPatience(patience);
    return new SignedAdminApi(ClientWiring.calls(settings));
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  @Test
  void identities_have_a_resource_each() {
    admin.user(WHO);
    admin.userWithKey(WHO);
    admin.rotateKey(WHO);
    admin.setScope(WHO, List.of("::/0"));
    admin.deleteUser(WHO);
    admin.addUser(new AddUser(WHO, List.of(Role.WORKER), List.of()));

    assertThat(requests)
        .containsExactly(
            "GET /admin/users/a%20b ",
            "GET /admin/users/a%20b/key ",
            "POST /admin/users/a%20b/rotate-key ",
            "PUT /admin/users/a%20b/scope {\"allowed_cidrs\":[\"::/0\"]}",
            "DELETE /admin/users/a%20b ",
            "POST /admin/users " + new String(added(), StandardCharsets.UTF_8));
  }

  @Test
  void what_makes_or_takes_a_key_is_not_done_twice() {
    status = 500;
    AdminApi patient = patient(Duration.ofSeconds(5));

    assertThatThrownBy(() -> patient.rotateKey(WHO)).isInstanceOf(CoordinatorUnreachable.class);
    assertThatThrownBy(() -> patient.deleteUser(WHO)).isInstanceOf(CoordinatorUnreachable.class);

    assertThat(requests).hasSize(2);
  }

  @Test
  void lists_are_lists() {
    body = WireJson.writeList(List.of(Samples.user("x", null)));

    assertThat(admin.users()).hasSize(1);
    assertThat(requests).containsExactly("GET /admin/users ");
  }

  @Test
  void windows_are_seconds() {
    body = WireJson.writeList(List.of());

    assertThat(admin.jobs(Duration.ofMinutes(2))).isEmpty();
    assertThat(requests).containsExactly("GET /admin/jobs?window=120 ");
  }

  @Test
  void commands_are_posted() {
    body = WireJson.write(new ReEncrypted(4));

    admin.janitor("run_all");

    assertThat(admin.reEncrypt(new ReEncrypt(null, "k2", false, null, 100)).changed()).isEqualTo(4);
    assertThat(requests.get(0)).isEqualTo("POST /admin/janitor {\"action\":\"run_all\"}");
    assertThat(requests.get(1)).startsWith("POST /admin/security/re-encrypt {");
  }

  @Test
  void retention_is_posted_and_listed() {
    RetentionRun run = new RetentionRun(7, "running", null, null, 0, 0, 0, 0);
    body = WireJson.write(run);
    assertThat(admin.startRetention()).isEqualTo(run);

    body = WireJson.writeList(List.of(run));
    assertThat(admin.retentionRuns()).containsExactly(run);
    assertThat(requests).containsExactly("POST /admin/retention ", "GET /admin/retention ");
  }

  @Test
  void a_refusal_says_what_was_tried() {
    status = 403;
    body = "{\"detail\":\"Admin role required\"}".getBytes(StandardCharsets.UTF_8);
    assertThatThrownBy(() -> admin.users())
        .isInstanceOf(NotAuthorized.class)
        .hasMessage("list identities: Admin role required (403)");

    status = 404;
    assertThatThrownBy(() -> admin.user(WHO)).isInstanceOf(NotFound.class);
  }

  private static byte[] added() {
    return WireJson.write(new AddUser(WHO, List.of(Role.WORKER), List.of()));
  }

  private void answer(HttpExchange exchange) throws IOException {
    String sent = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    requests.add(exchange.getRequestMethod() + " " + exchange.getRequestURI() + " " + sent);
    exchange.sendResponseHeaders(status, body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }
}
