package org.dffmpeg.client.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.dffmpeg.client.cli.FakeAdminApi;
import org.dffmpeg.client.cli.FakeSession;
import org.dffmpeg.client.cli.run.AdminTarget;
import org.dffmpeg.common.id.ClientId;
import org.dffmpeg.common.protocol.AddUser;
import org.dffmpeg.common.protocol.ReEncrypt;
import org.dffmpeg.common.protocol.Role;
import org.junit.jupiter.api.Test;

/** Every command of {@code dffmpeg-admin}, from its arguments to its output. */
class AdminCommandsTest {
  private final FakeSession session = new FakeSession();

  @Test
  void the_queue_is_paused_and_resumed() {
    assertThat(run("queue", "pause")).isZero();
    assertThat(run("queue", "resume")).isZero();
    assertThat(session.fakeAdmin().calls).containsExactly("pause queue", "resume queue");
  }

  @Test
  void a_worker_is_given_up() {
    assertThat(run("worker", "lost", "encoder1")).isZero();

    assertThat(session.fakeAdmin().calls).containsExactly("lost encoder1");
  }

  @Test
  void a_worker_is_paused_drained_and_resumed() {
    assertThat(run("worker", "pause", "encoder1")).isZero();
    assertThat(run("worker", "drain", "encoder1")).isZero();
    assertThat(run("worker", "resume", "encoder1")).isZero();
    assertThat(session.fakeAdmin().calls)
        .containsExactly("hold encoder1 paused", "hold encoder1 draining", "hold encoder1 no more");
  }

  @Test
  void where_and_as_whom_can_be_said_anywhere() {
    AdminTarget expected =
        new AdminTarget(
            List.of(URI.create("http://h:1"), URI.create("http://i:2")),
            Optional.of(Path.of("/d")),
            Optional.of(Path.of("/c")),
            Optional.of(Path.of("/a.pem")));

    assertThat(
            target(
                "--coordinator-url",
                "http://h:1,http://i:2",
                "--data-dir",
                "/d",
                "-c",
                "/c",
                "--ca-file",
                "/a.pem",
                "status"))
        .isEqualTo(expected);
    assertThat(
            target(
                "user",
                "list",
                "--coordinator-url",
                "http://h:1,http://i:2",
                "--data-dir",
                "/d",
                "--config",
                "/c",
                "--ca-file",
                "/a.pem"))
        .isEqualTo(expected);
  }

  @Test
  void status_is_one_document() {
    assertThat(run("status", "-w", "60")).isZero();
    run("status", "--json");
    assertThat(session.fakeAdmin().calls).containsExactly("status PT1M", "status PT1H");
    assertThat(session.out())
        .contains(
            "http://media:8000",
            "encoder1",
            "\"worker_load\":{\"encoder1\":1}",
            "\"coordinators\":[{");
  }

  @Test
  void user_add_makes_a_client_that_may_call_from_everywhere() {
    assertThat(run("user", "add", "media1")).isZero();
    assertThat(session.fakeAdmin().calls)
        .containsExactly(new AddUser(new ClientId("media1"), List.of(Role.CLIENT), List.of()));
    assertThat(session.out()).containsPattern("hmac_key +" + FakeAdminApi.KEY);
  }

  @Test
  void user_add_takes_roles_and_networks() {
    run("user", "add", "x", "--role", "worker", "--allowed-cidrs", "10.0.0.0/8", "::1/128");
    run("user", "add", "x", "--role", "worker,client", "--allowed-cidrs", "10.0.0.0/8,::1/128");
    run("user", "add", "x", "--role", "worker", "--role", "client");

    assertThat(session.fakeAdmin().calls)
        .containsExactly(
            added(List.of(Role.WORKER), "10.0.0.0/8", "::1/128"),
            added(List.of(Role.WORKER, Role.CLIENT), "10.0.0.0/8", "::1/128"),
            added(List.of(Role.WORKER, Role.CLIENT)));
  }

  @Test
  void user_add_as_json_has_the_wire_s_names() {
    run("user", "add", "encoder1", "--role", "worker", "--json");
    assertThat(session.out())
        .contains(
            "\"client_id\":\"encoder1\"",
            "\"role\":\"worker\"",
            "\"hmac_key\":\"" + FakeAdminApi.KEY + "\"")
        .hasLineCount(1);
  }

  @Test
  void an_unknown_role_is_a_usage_error() {
    assertThat(run("user", "add", "x", "--role", "boss")).isEqualTo(2);
    assertThat(session.err()).contains("'boss' is not a role").hasLineCount(1);
  }

  @Test
  void user_list_hides_keys_unless_asked() {
    run("user", "list");
    assertThat(session.out()).contains("encoder1", "encoder2").doesNotContain("KEY");
    run("user", "list", "--show-key");
    assertThat(session.out()).contains("KEY", FakeAdminApi.KEY);
  }

  @Test
  void user_show_hides_the_key_unless_asked() {
    run("user", "show", "encoder1");
    assertThat(session.out()).contains("encoder1").doesNotContain("hmac_key");
    run("user", "show", "encoder1", "--show-key");
    assertThat(session.out()).contains(FakeAdminApi.KEY);
  }

  @Test
  void user_delete_rotate_key_and_set_scope_take_a_name() {
    run("user", "delete", "x");
    run("user", "rotate-key", "x");
    run("user", "set-scope", "x", "10.0.0.0/8", "::/0");
    assertThat(session.fakeAdmin().calls)
        .containsExactly("delete x", "rotate x", "scope x [10.0.0.0/8, ::/0]");
  }

  @Test
  void user_set_scope_needs_a_network() {
    assertThat(run("user", "set-scope", "x")).isEqualTo(2);
  }

  @Test
  void worker_and_job_commands_are_the_client_s() {
    run("worker", "list");
    run("worker", "show", "encoder1");
    assertThat(session.fakeClient().calls).containsExactly("workers PT24H", "worker encoder1");
  }

  @Test
  void job_list_is_everybody_s() {
    run("job", "list", "-w", "9");
    assertThat(session.fakeAdmin().calls).containsExactly("jobs PT9S");
  }

  @Test
  void the_janitor_is_sent_by_name() {
    run("janitor", "run_all");
    run("janitor", "clean_workers");
    run("janitor", "clean_jobs");
    assertThat(run("janitor", "clean_house")).isEqualTo(2);
    assertThat(session.fakeAdmin().calls)
        .containsExactly("janitor run_all", "janitor clean_workers", "janitor clean_jobs");
  }

  @Test
  void retention_is_started_and_its_runs_are_shown() {
    assertThat(run("retention", "run")).isZero();
    assertThat(session.out()).contains("started run 8");

    assertThat(run("retention", "status")).isZero();
    assertThat(session.out()).contains("RUN", "completed", "30", "31");
    assertThat(run("retention", "status", "--json")).isZero();
    assertThat(session.out()).contains("\"run\":7,\"status\":\"completed\"");
  }

  @Test
  void re_encrypt_passes_its_flags() {
    run("security", "re-encrypt");
    run(
        "security",
        "re-encrypt",
        "--client-id",
        "x",
        "--key-id",
        "k2",
        "--decrypt",
        "--limit",
        "5",
        "--batch-size",
        "2");
    assertThat(session.fakeAdmin().calls)
        .containsExactly(
            new ReEncrypt(null, null, false, null, 100),
            new ReEncrypt(new ClientId("x"), "k2", true, 5, 2));
    assertThat(session.out()).contains("changed 3");
  }

  @Test
  void generate_key_prints_an_entry_for_the_ring() {
    assertThat(run("security", "generate-key")).isZero();
    assertThat(session.out()).matches("aes256:[A-Za-z0-9+/]{43}=\n");
  }

  @Test
  void generate_key_makes_legacy_ones_too_and_never_the_same() {
    run("security", "generate-key", "fernet");
    run("security", "generate-key", "fernet");
    assertThat(session.out().lines().distinct())
        .hasSize(2)
        .allMatch(line -> line.startsWith("fernet:"));
  }

  @Test
  void without_a_command_the_program_explains_itself_and_fails() {
    assertThat(run()).isEqualTo(1);
    assertThat(session.err()).contains("Usage: dffmpeg-admin", "janitor", "security");
  }

  private int run(String... arguments) {
    return session.run(new AdminCommand(), arguments);
  }

  private static AddUser added(List<Role> roles, String... cidrs) {
    return new AddUser(new ClientId("x"), roles, List.of(cidrs));
  }

  private static AdminTarget target(String... arguments) {
    AdminCommand root = new AdminCommand();
    new FakeSession().run(root, arguments);
    return root.target();
  }
}
