package org.dffmpeg.common.ejb;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import java.util.Random;
import org.dffmpeg.common.id.ClientId;
import org.dffmpeg.common.id.MessageId;
import org.dffmpeg.common.id.UlidFactory;
import org.dffmpeg.common.signing.RequestSigner;
import org.dffmpeg.common.signing.SignatureCheck;
import org.dffmpeg.common.signing.SignedHeaders;
import org.dffmpeg.common.testing.MutableClock;
import org.dffmpeg.common.testing.SignatureVectors;
import org.junit.jupiter.api.Test;

class SessionBeansTest {
  private final MutableClock clock = new MutableClock();

  @Test
  void the_gate_checks_the_bytes_as_received() {
    SignatureGate gate = new SignatureGate(clock);
    byte[] body = {1, 2, 3};
    SignedHeaders headers =
        new RequestSigner(new ClientId("c"), SignatureVectors.KEY, clock).sign("POST", "/x", body);

    assertThat(gate.check(SignatureVectors.KEY, "POST", "/x", body, headers))
        .isInstanceOf(SignatureCheck.Valid.class);
    assertThat(gate.check(SignatureVectors.KEY, "POST", "/x", new byte[] {1, 2}, headers))
        .isInstanceOf(SignatureCheck.Mismatch.class);
  }

  @Test
  void the_guard_refuses_what_it_saw_before() {
    ReplayGuard guard = new ReplayGuard(clock);
    String signature = SignatureVectors.ALL.get(0).signature();

    assertThat(guard.admit(signature)).isTrue();
    clock.advance(Duration.ofSeconds(6));
    assertThat(guard.admit(signature)).isFalse();
    assertThat(guard.evictions()).isZero();
  }

  @Test
  void the_source_makes_rising_ids() {
    UlidSource source = new UlidSource(new UlidFactory(clock, new Random(1)));
    MessageId first = source.messageIdAfter(Optional.empty());

    assertThat(source.messageIdAfter(Optional.of(first))).isGreaterThan(first);
    assertThat(source.jobId()).isLessThan(source.jobId());
  }

  @Test
  void a_container_can_make_the_beans() {
    assertThat(new SignatureGate()).isNotNull();
    assertThat(new ReplayGuard().admit(SignatureVectors.ALL.get(0).signature())).isTrue();
    assertThat(new UlidSource().jobId()).isNotNull();
  }
}
