package org.dffmpeg.client.proxy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.dffmpeg.common.id.ClientId;
import org.dffmpeg.common.id.JobId;
import org.dffmpeg.common.id.LogId;
import org.dffmpeg.common.id.MessageId;
import org.dffmpeg.common.id.WorkerId;
import org.dffmpeg.common.job.EndReason;
import org.dffmpeg.common.job.JobState;
import org.dffmpeg.common.json.WireJson;
import org.dffmpeg.common.protocol.CommandAnswer;
import org.dffmpeg.common.protocol.DownlinkMessage;
import org.dffmpeg.common.protocol.JobOptions;
import org.dffmpeg.common.protocol.JobView;
import org.dffmpeg.common.protocol.LogEntry;
import org.dffmpeg.common.protocol.LogPage;
import org.dffmpeg.common.protocol.LogStream;
import org.dffmpeg.common.protocol.MessageBatch;
import org.dffmpeg.common.protocol.Payload;
import org.dffmpeg.common.protocol.TransportOffer;
import org.jspecify.annotations.Nullable;

/** Answers one job's requests on loopback as a coordinator would; believes every signature. */
final class StageCoordinator implements AutoCloseable {
  private static final ClientId CLIENT = new ClientId("rehearsal");
  private static final JobId JOB = new JobId("01KDVJ4R80041061050R3GG28A");
  private static final String POLL = "/poll/jobs/" + JOB;

  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final Instant now = Clock.systemUTC().instant();

  private StageCoordinator(HttpServer server) {
    this.server = server;
  }

  static StageCoordinator open() throws IOException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    StageCoordinator stage = new StageCoordinator(server);
    server.createContext("/", exchange -> answer(exchange, WireJson.write(CommandAnswer.OK)));
    server.createContext("/jobs/submit", exchange -> answer(exchange, WireJson.write(stage.job())));
    server.createContext(
        "/jobs/" + JOB + "/logs",
        exchange -> answer(exchange, WireJson.write(new LogPage(List.of(), null))));
    server.createContext(POLL, stage::stream);
    server.setExecutor(stage.threads);
    server.start();
    return stage;
  }

  int port() {
    return server.getAddress().getPort();
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }

  private static void answer(HttpExchange exchange, byte[] json) throws IOException {
    exchange.getRequestBody().readAllBytes();
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    exchange.sendResponseHeaders(200, json.length);
    exchange.getResponseBody().write(json);
    exchange.close();
  }

  private void stream(HttpExchange exchange) throws IOException {
    exchange.getResponseHeaders().set("Content-Type", "application/x-ndjson");
    exchange.sendResponseHeaders(200, 0);
    for (DownlinkMessage message : messages()) {
      exchange.getResponseBody().write(WireJson.write(new MessageBatch(List.of(message))));
      exchange.getResponseBody().write('\n');
    }
    exchange.close();
  }

  private List<DownlinkMessage> messages() {
    return List.of(
        message("01KDVJ4R80041061050R3GG28B", status(JobState.RUNNING, null, null)),
        message("01KDVJ4R80041061050R3GG28C", new Payload.JobLogs(List.of(line(), line()))),
        message("01KDVJ4R80041061050R3GG28D", status(JobState.COMPLETED, 0, EndReason.EXITED)));
  }

  private LogEntry line() {
    return new LogEntry(
        new LogId("01KDVJ4R80041061050R3GG28E"),
        LogStream.STDERR,
        "frame=    1 fps=0.0 q=-1.0 size=       1kB time=00:00:01.00 bitrate=   8.0kbits/s speed=1x",
        now);
  }

  private Payload status(JobState state, @Nullable Integer exitCode, @Nullable EndReason reason) {
    return new Payload.JobStatus(state, exitCode, now, reason, null);
  }

  private DownlinkMessage message(String id, Payload payload) {
    return new DownlinkMessage(new MessageId(id), null, CLIENT, JOB, now, null, payload);
  }

  private JobView job() {
    return new JobView(
        new TransportOffer("http_polling", Map.of("path", POLL)),
        JOB,
        CLIENT,
        "ffprobe",
        List.of(),
        List.of(),
        null,
        JobState.PENDING,
        null,
        new WorkerId("stage"),
        now,
        now,
        null,
        now,
        5,
        true,
        1,
        List.of(),
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        JobOptions.DEFAULT);
  }
}
