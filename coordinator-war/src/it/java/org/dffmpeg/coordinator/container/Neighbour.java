package org.dffmpeg.coordinator.container;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import org.dffmpeg.common.ejb.ReplayGuard;
import org.dffmpeg.common.ejb.SignatureGate;
import org.dffmpeg.common.ejb.UlidSource;
import org.dffmpeg.common.id.ClientId;
import org.dffmpeg.common.signing.RequestSigner;
import org.dffmpeg.common.signing.SignatureCheck;
import org.dffmpeg.common.signing.SignedHeaders;
import org.dffmpeg.common.signing.SigningKey;

/**
 * Another application's servlet, which lets the session beans of {@code common.ejb} work for it.
 */
@WebServlet("/check")
public class Neighbour extends HttpServlet {
  private static final long serialVersionUID = 1L;
  private static final String KEY = "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=";

  @Inject private transient SignatureGate gate;
  @Inject private transient ReplayGuard replays;
  @Inject private transient UlidSource ulids;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    SigningKey key = SigningKey.ofBase64(KEY);
    byte[] body = "callback".getBytes(StandardCharsets.US_ASCII);
    SignedHeaders headers =
        new RequestSigner(new ClientId("c1"), key, Clock.systemUTC()).sign("POST", "/done", body);
    SignatureCheck check = gate.check(key, "POST", "/done", body, headers);
    response
        .getWriter()
        .printf(
            "%s %s %d",
            check.getClass().getSimpleName(),
            replays.admit(headers.signature()),
            ulids.jobId().value().length());
  }
}
