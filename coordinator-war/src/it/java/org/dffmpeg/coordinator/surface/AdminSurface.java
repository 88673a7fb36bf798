package org.dffmpeg.coordinator.surface;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Our own admin routes, and the workers' registration (PROTOCOL 5.4). */
interface AdminSurface extends Running {

  @Test
  default void an_identity_lives_from_its_first_key_to_its_end() {
    Peer admin = surface().localadmin();
    String name = "user " + UUID.randomUUID();
    String path = "/admin/users/" + name.replace(" ", "%20");

    RawAnswer added =
        admin.post(
            "/admin/users",
            "{\"client_id\":\"%s\",\"role\":\"worker\",\"allowed_cidrs\":[\"10.0.0.0/8\"]}"
                .formatted(name));
    assertThat(added.status()).isEqualTo(200);
    assertThat(added.body())
        .matches(
            "\\{\"client_id\":\"%s\",\"role\":\"worker\",\"roles\":\\[\"worker\"],\"allowed_cidrs\":\\[\"10\\.0\\.0\\.0/8\"],\"created_at\":\"[^\"]+Z\",\"key_id\":\"[^\"]+\",\"hmac_key\":\"[^\"]{44}\"}"
                .formatted(name));
    assertThat(admin.get(path).body()).contains("\"hmac_key\":null");
    assertThat(admin.get(path + "/key").body()).isEqualTo(added.body());
    assertThat(admin.post(path + "/rotate-key", "").body()).isNotEqualTo(added.body());
    assertThat(admin.send("PUT", path + "/scope", "{\"allowed_cidrs\":[\"garbage\"]}").status())
        .isEqualTo(400);
    assertThat(admin.send("PUT", path + "/scope", "{\"allowed_cidrs\":[\"::1\"]}").body())
        .contains("\"allowed_cidrs\":[\"::1\"]");
    assertThat(admin.get("/admin/users").body()).contains(name).contains("localadmin");
    assertThat(admin.send("DELETE", path, "").body())
        .isEqualTo("{\"status\":\"ok\",\"detail\":null}");
    assertThat(admin.get(path).body())
        .isEqualTo("{\"detail\":\"Identity not found\",\"code\":\"not_found\"}");
  }

  @Test
  default void a_key_counts_from_the_moment_it_is_made_and_not_after_it_was_rotated() {
    Peer client = surface().peer("client");
    assertThat(client.get("/jobs").status()).isEqualTo(200);

    surface().localadmin().post("/admin/users/" + client.name() + "/rotate-key", "");

    assertThat(client.get("/jobs").status()).isEqualTo(401);
  }

  @Test
  default void the_last_administrator_cannot_be_deleted() {
    RawAnswer answer = surface().localadmin().send("DELETE", "/admin/users/localadmin", "");

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.body()).contains("The last administrator cannot be deleted");
  }

  @Test
  default void what_goes_on_can_be_seen_and_swept() {
    Peer admin = surface().localadmin();

    assertThat(admin.get("/admin/jobs?window=60").status()).isEqualTo(200);
    assertThat(admin.get("/admin/status?window=60").body()).contains("\"worker_load\":");
    RawAnswer started = admin.post("/admin/janitor", "{\"action\":\"run_all\"}");
    assertThat(started.status()).isEqualTo(202);
    assertThat(started.body())
        .isEqualTo("{\"message\":\"Action accepted\",\"action\":\"run_all\"}");
    assertThat(admin.post("/admin/janitor", "{\"action\":\"tidy\"}").status()).isEqualTo(422);
  }

  @Test
  default void the_queue_is_paused_and_a_waiting_job_is_moved() {
    Peer admin = surface().localadmin();
    Peer client = surface().peer("client");

    assertThat(admin.post("/admin/queue/pause", "").status()).isEqualTo(200);
    try {
      String job = client.post("/jobs/submit", JobSurface.SUBMIT).body().split("\"job_id\":\"")[1];
      String path = "/jobs/" + job.substring(0, 26);
      assertThat(admin.post("/admin/queue/pause", "").body())
          .contains("Queue already paused by localadmin");
      assertThat(admin.get("/admin/status").body()).contains("\"queue_paused\":true");
      assertThat(client.post(path + "/priority", "{\"priority\":7,\"class\":\"live\"}").body())
          .isEqualTo("{\"status\":\"ok\",\"detail\":null}");
      assertThat(client.get(path + "/status").body())
          .contains(
              "\"waiting_for\":\"the queue is paused by localadmin\",\"queue_position\":",
              "\"class\":\"live\",\"priority\":7");
      assertThat(client.post(path + "/priority", "{\"priority\":101}").status()).isEqualTo(422);
      client.post(path + "/cancel", "");
      assertThat(client.post(path + "/priority", "{\"priority\":1}").status()).isEqualTo(400);
    } finally {
      assertThat(admin.post("/admin/queue/resume", "").status()).isEqualTo(200);
    }
    assertThat(client.post("/admin/queue/pause", "").status()).isEqualTo(403);
  }

  @Test
  default void a_worker_is_held_until_it_is_resumed() {
    Peer admin = surface().localadmin();
    Peer worker = surface().peer("worker");
    String path = "/admin/workers/" + worker.name();
    assertThat(admin.post(path + "/pause", "").status()).isEqualTo(404);

    worker.post("/worker/register", registration(worker.name()));

    assertThat(admin.post(path + "/pause", "").body()).contains("\"hold\":\"paused\"");
    assertThat(admin.post(path + "/drain", "").body()).contains("\"hold\":\"draining\"");
    assertThat(worker.get("/workers/" + worker.name()).body())
        .contains("\"slots\":{\"cpu\":4,\"probe\":2}", "\"hold\":\"draining\"");
    assertThat(admin.post(path + "/resume", "").body()).contains("\"hold\":null");
  }

  @Test
  default void administrators_see_which_coordinators_serve() {
    Peer admin = surface().localadmin();

    assertThat(admin.get("/coordinators").body())
        .matches(
            "\\[\\{\"coordinator_id\":\"[0-9A-Z]{26}\",\"address\":\"https?://[^\"]+\",\"version\":\"[^\"]+\",\"online\":true,\"started_at\":\"[^\"]+Z\",\"last_seen\":\"[^\"]+Z\"}]");
    assertThat(admin.get("/admin/status").body()).contains("\"coordinators\":[{");
    assertThat(surface().peer("client").get("/coordinators").status()).isEqualTo(403);
  }

  @Test
  default void keys_are_encrypted_again_with_what_the_ring_has() {
    Peer admin = surface().localadmin();

    assertThat(admin.post("/admin/security/re-encrypt", "{}").body())
        .matches("\\{\"changed\":[0-9]+}");
    assertThat(admin.post("/admin/security/re-encrypt", "{\"key_id\":\"none such\"}").status())
        .isEqualTo(400);
  }

  @Test
  default void a_worker_registers_under_its_own_name_only_and_proves_that_it_listens() {
    Peer worker = surface().peer("worker");

    assertThat(worker.post("/worker/register", registration("somebody else")).body())
        .isEqualTo(
            "{\"detail\":\"WorkerID does not match authenticated ClientID\",\"code\":\"forbidden\"}");
    assertThat(worker.post("/worker/" + worker.name() + "/verify", token("x")).body())
        .isEqualTo("{\"detail\":\"Worker not found\",\"code\":\"not_found\"}");
    assertThat(worker.post("/worker/register", registration(worker.name())).body())
        .isEqualTo(
            "{\"transport\":\"http_polling\",\"transport_metadata\":{\"path\":\"/poll/worker\"},\"capabilities_wanted\":false}");
    assertThat(worker.post("/worker/" + worker.name() + "/verify", token("x")).body())
        .isEqualTo(
            "{\"detail\":\"Invalid registration token\",\"code\":\"invalid_registration_token\"}");
    assertThat(worker.post("/worker/somebody/verify", token("x")).status()).isEqualTo(403);
    assertThat(worker.get("/workers/" + worker.name()).body())
        .startsWith(
            "{\"worker_id\":\"%s\",\"capabilities\":[],\"binaries\":[\"ffmpeg\"],\"paths\":[\"Media\"],\"registration_interval\":15,\"version\":null,\"status\":\"registering\""
                .formatted(worker.name()));
    assertThat(
            worker.post("/worker/deregister", "{\"worker_id\":\"" + worker.name() + "\"}").body())
        .isEqualTo("{\"status\":\"ok\"}");
    assertThat(worker.get("/workers").body()).contains("\"status\":\"offline\"");
  }

  private static String registration(String name) {
    return """
    {"worker_id": "%s", "binaries": ["ffmpeg", "rm"], "paths": ["Media"], "registration_interval": 15,
     "supported_transports": ["http_polling"]}"""
        .formatted(name);
  }

  private static String token(String text) {
    return "{\"registration_token\":\"" + text + "\"}";
  }
}
