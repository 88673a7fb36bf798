package org.dffmpeg.coordinator.container;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import org.dffmpeg.common.id.ClientId;
import org.dffmpeg.common.id.MessageId;
import org.dffmpeg.common.id.WorkerId;
import org.dffmpeg.common.protocol.DownlinkMessage;
import org.dffmpeg.common.protocol.Payload;
import org.dffmpeg.coordinator.core.delivery.Channel;
import org.dffmpeg.coordinator.core.delivery.OutboxStore;
import org.dffmpeg.coordinator.core.tx.Transactions;

/** A visitor within the coordinator's own application, below the console because that is served. */
@WebServlet("/console/inside")
public class Inside extends HttpServlet {
  private static final long serialVersionUID = 1L;

  private static final MessageId FIRST = new MessageId("00000000000000000000000000");

  @Inject private transient Transactions transactions;
  @Inject private transient OutboxStore messages;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    boolean failing = Boolean.parseBoolean(request.getParameter("fail"));
    Channel channel = Channel.of(new WorkerId(request.getParameter("worker")));
    MessageId id = new MessageId(request.getParameter("id"));
    try {
      transactions.write(
          unit -> {
            messages.append(channel, List.of(message(id)));
            if (failing) {
              throw new IllegalStateException("after the message");
            }
            return id;
          });
    } catch (IllegalStateException e) {
      // As the test wants it.
    }
    boolean stored =
        transactions.read(
            unit ->
                messages.after(channel, FIRST, 10).messages().stream()
                    .anyMatch(message -> message.messageId().equals(id)));
    response.getWriter().print(stored);
  }

  private static DownlinkMessage message(MessageId id) {
    return new DownlinkMessage(
        id,
        null,
        new ClientId("nobody"),
        null,
        Instant.parse("2026-01-01T00:00:00Z"),
        null,
        new Payload.VerifyRegistration("token"));
  }
}
