package org.dffmpeg.coordinator.core.access;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.dffmpeg.common.id.ClientId;
import org.dffmpeg.common.protocol.Problem;
import org.dffmpeg.common.protocol.ProblemCode;
import org.dffmpeg.common.protocol.Role;
import org.dffmpeg.common.signing.RequestSigner;
import org.dffmpeg.common.signing.SignedHeaders;
import org.dffmpeg.common.signing.SigningKey;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AuthenticateRequestTest {
  private static final int FAILURES_PER_MINUTE = 3;
  private static final String KEY = "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=";
  private static final ClientId ALICE = new ClientId("alice");
  private static final Problem REFUSAL =
      new Problem(ProblemCode.UNAUTHENTICATED, "Authentication failed");

  private Instant now = Instant.parse("2026-01-01T00:00:00.7Z");
  private final Clock clock = ((InstantSource) () -> now).withZone(ZoneOffset.UTC);
  private final InMemoryIdentityStore store = new InMemoryIdentityStore();
  private final Set<String> used = new HashSet<>();
  private final AuthenticateRequest authenticate =
      new AuthenticateRequest(
          new KnownIdentities(
              new DirectTransactions(),
              store,
              new LabelCipher(Set.of(), Optional.empty()),
              System::nanoTime),
          new TrustedProxies(AddressRules.of(List.of("192.0.2.80"))),
          clock,
          used::add,
          new FailureLimiter(clock, FAILURES_PER_MINUTE));

  private String method = "POST";
  private String route = "/jobs/submit";
  private byte[] body = "{\"a\": 1}".getBytes(UTF_8);
  private String peer = "10.1.2.3";
  private boolean onlyOnce = true;
  private final Map<String, List<String>> headers = new HashMap<>();

  AuthenticateRequestTest() {
    store.insert(
        new Identity(
            ALICE,
            Set.of(Role.CLIENT, Role.WORKER),
            List.of("10.0.0.0/8"),
            new SealedKey(KEY, Optional.empty()),
            Instant.EPOCH,
            0));
    sign();
  }

  @Test
  void what_alice_signed_comes_from_alice_with_her_roles() {
    assertThat(decision())
        .isEqualTo(new AuthDecision.Admitted(new Caller(ALICE, Set.of(Role.CLIENT, Role.WORKER))));
  }

  @Test
  void a_changed_body_is_refused() {
    body = "{\"a\": 2}".getBytes(UTF_8);

    assertThat(decision()).isEqualTo(new AuthDecision.Denied(REFUSAL));
  }

  @Test
  void a_changed_route_is_refused() {
    route = "/jobs/other";

    assertThat(decision()).isEqualTo(new AuthDecision.Denied(REFUSAL));
  }

  @Test
  void a_changed_method_is_refused() {
    method = "GET";

    assertThat(decision()).isEqualTo(new AuthDecision.Denied(REFUSAL));
  }

  @Test
  void a_changed_timestamp_is_refused() {
    long later = now.getEpochSecond() + 1;
    headers.put(SignedHeaders.TIMESTAMP, List.of(Long.toString(later)));

    assertThat(decision()).isEqualTo(new AuthDecision.Denied(REFUSAL));
  }

  @Test
  void an_unknown_name_gets_the_same_answer_as_a_wrong_key() {
    signAs(new ClientId("mallory"), SigningKey.ofBase64(KEY));
    AuthDecision unknown = decision();
    signAs(ALICE, SigningKey.random(new java.security.SecureRandom()));
    AuthDecision wrongKey = decision();

    assertThat(unknown).isEqualTo(wrongKey).isEqualTo(new AuthDecision.Denied(REFUSAL));
  }

  @Test
  void without_headers_the_answer_is_the_same() {
    headers.clear();

    assertThat(decision()).isEqualTo(new AuthDecision.Denied(REFUSAL));
  }

  @ParameterizedTest
  @ValueSource(strings = {"soon", "", "99999999999999999999", "1.5", "１７６７２２５６００"})
  void a_timestamp_that_is_no_integer_is_refused_like_any_other_fault(String timestamp) {
    headers.put(SignedHeaders.TIMESTAMP, List.of(timestamp));

    assertThat(decision()).isEqualTo(new AuthDecision.Denied(REFUSAL));
  }

  @ParameterizedTest
  @ValueSource(strings = {"ünïcode", "", "AAAA"})
  void a_signature_that_is_none_is_refused_like_any_other_fault(String signature) {
    headers.put(SignedHeaders.SIGNATURE, List.of(signature));

    assertThat(decision()).isEqualTo(new AuthDecision.Denied(REFUSAL));
  }

  @Test
  void an_address_outside_the_scope_gets_the_same_answer() {
    peer = "192.0.2.1";

    assertThat(decision()).isEqualTo(new AuthDecision.Denied(REFUSAL));
  }

  @Test
  void a_mapped_ipv6_address_is_inside_an_ipv4_scope() {
    peer = "0:0:0:0:0:ffff:a01:203";

    assertThat(decision()).isInstanceOf(AuthDecision.Admitted.class);
  }

  @Test
  void the_address_behind_a_trusted_proxy_counts() {
    peer = "192.0.2.80";
    assertThat(decision()).isInstanceOf(AuthDecision.Denied.class);

    sign();
    headers.put(TrustedProxies.FORWARDED_FOR, List.of("10.9.9.9"));
    assertThat(decision()).isInstanceOf(AuthDecision.Admitted.class);
  }

  @Test
  void a_proxy_that_forwards_nonsense_is_refused_and_counted_itself() {
    peer = "192.0.2.80";
    headers.put(TrustedProxies.FORWARDED_FOR, List.of("junk"));

    for (int i = 0; i < FAILURES_PER_MINUTE; i++) {
      assertThat(decision()).isEqualTo(new AuthDecision.Denied(REFUSAL));
    }

    assertThat(decision()).isInstanceOf(AuthDecision.Throttled.class);
  }

  @ParameterizedTest
  @CsvSource({"-300, true", "300, true", "-301, false", "301, false"})
  void three_hundred_seconds_pass_to_either_side_and_not_one_more(long skew, boolean passes) {
    Instant coordinators = now;
    now = coordinators.plusSeconds(skew);
    sign();
    now = coordinators;

    assertThat(decision() instanceof AuthDecision.Admitted).isEqualTo(passes);
  }

  @Test
  void a_wrong_clock_with_the_right_key_is_told_the_skew_and_both_times() {
    now = now.plusSeconds(612);

    assertThat(decision())
        .isEqualTo(
            new AuthDecision.Denied(
                new Problem(
                    ProblemCode.STALE_TIMESTAMP,
                    "The sender's clock is 612 s behind the coordinator's (signed at"
                        + " 2026-01-01T00:00:00Z, here it is 2026-01-01T00:10:12Z);"
                        + " at most 300 s are allowed: set the clocks right")));
  }

  @Test
  void a_wrong_clock_from_outside_the_scope_is_told_nothing() {
    now = now.plusSeconds(612);
    peer = "192.0.2.1";

    assertThat(decision()).isEqualTo(new AuthDecision.Denied(REFUSAL));
  }

  @Test
  void a_wrong_clock_with_a_wrong_key_is_told_nothing() {
    signAs(ALICE, SigningKey.random(new java.security.SecureRandom()));
    now = now.plusSeconds(612);

    assertThat(decision()).isEqualTo(new AuthDecision.Denied(REFUSAL));
  }

  @Test
  void a_signature_counts_once_where_it_may_be_used_once_only() {
    assertThat(decision()).isInstanceOf(AuthDecision.Admitted.class);
    assertThat(decision()).isEqualTo(new AuthDecision.Denied(REFUSAL));
  }

  @Test
  void a_respelled_signature_is_still_the_used_one() {
    String signature = headers.getOrDefault(SignedHeaders.SIGNATURE, List.of()).get(0);
    decision();

    headers.put(SignedHeaders.SIGNATURE, List.of(signature.replace("=", "")));

    assertThat(decision()).isEqualTo(new AuthDecision.Denied(REFUSAL));
  }

  @Test
  void a_plain_read_may_be_repeated() {
    onlyOnce = false;

    assertThat(decision()).isInstanceOf(AuthDecision.Admitted.class);
    assertThat(decision()).isInstanceOf(AuthDecision.Admitted.class);
  }

  @Test
  void what_was_refused_is_not_remembered_as_used() {
    peer = "192.0.2.1";
    decision();
    peer = "10.1.2.3";

    assertThat(decision()).isInstanceOf(AuthDecision.Admitted.class);
  }

  @Test
  void who_fails_too_often_is_told_to_wait_and_may_still_sign_correctly() {
    headers.put(SignedHeaders.SIGNATURE, List.of("wrong"));
    for (int i = 0; i < FAILURES_PER_MINUTE; i++) {
      assertThat(decision()).isInstanceOf(AuthDecision.Denied.class);
    }

    assertThat(decision())
        .isEqualTo(
            new AuthDecision.Throttled(
                new Problem(
                    ProblemCode.TOO_MANY_FAILURES,
                    "Too many failed authentications from this address; wait 20 s"),
                Duration.ofSeconds(20)));
    sign();
    assertThat(decision()).isInstanceOf(AuthDecision.Admitted.class);
  }

  @Test
  void a_wrong_clock_is_explained_however_often() {
    now = now.plusSeconds(612);

    for (int i = 0; i < 10 * FAILURES_PER_MINUTE; i++) {
      assertThat(decision()).isInstanceOf(AuthDecision.Denied.class);
    }
  }

  @Test
  void neither_key_nor_signature_is_printed() {
    assertThat(request().toString()).isEqualTo("POST /jobs/submit from 10.1.2.3");
  }

  private void sign() {
    signAs(ALICE, SigningKey.ofBase64(KEY));
  }

  private void signAs(ClientId name, SigningKey key) {
    SignedHeaders signed = new RequestSigner(name, key, clock).sign(method, route, body);
    headers.put(SignedHeaders.CLIENT_ID, List.of(name.value()));
    headers.put(SignedHeaders.TIMESTAMP, List.of(signed.timestamp()));
    headers.put(SignedHeaders.SIGNATURE, List.of(signed.signature()));
  }

  private AuthDecision decision() {
    return authenticate.run(request());
  }

  private PresentedRequest request() {
    return new PresentedRequest(
        method, route, name -> headers.getOrDefault(name, List.of()), peer, body, onlyOnce);
  }
}
