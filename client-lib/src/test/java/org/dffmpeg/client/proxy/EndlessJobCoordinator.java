package org.dffmpeg.client.proxy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.dffmpeg.client.cli.Samples;
import org.dffmpeg.common.id.ClientId;
import org.dffmpeg.common.id.LogId;
import org.dffmpeg.common.id.MessageId;
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

/** Answers one job that prints some lines and then runs until it is canceled. */
final class EndlessJobCoordinator implements AutoCloseable {
  private static final String JOB = "/jobs/" + Samples.JOB;
  private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

  private final CountDownLatch canceled = new CountDownLatch(1);
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final HttpServer server;
  private volatile int lines = 1;

  EndlessJobCoordinator() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", exchange -> answer(exchange, CommandAnswer.OK));
    server.createContext("/jobs/submit", exchange -> answer(exchange, job()));
    server.createContext(JOB + "/logs", x -> answer(x, new LogPage(List.of(), null)));
    server.createContext(JOB + "/cancel", this::cancel);
    server.createContext("/poll", this::stream);
    server.setExecutor(threads);
    server.start();
  }

  int port() {
    return server.getAddress().getPort();
  }

  /** The job will print so many lines. */
  void prints(int howMany) {
    lines = howMany;
  }

  boolean wasCanceled() {
    return canceled.getCount() == 0;
  }

  @Override
  public void close() {
    canceled.countDown();
    server.stop(0);
    threads.shutdownNow();
  }

  private static void answer(HttpExchange exchange, Object wireRecord) throws IOException {
    byte[] json = WireJson.write(wireRecord);
    exchange.getRequestBody().readAllBytes();
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    exchange.sendResponseHeaders(200, json.length);
    exchange.getResponseBody().write(json);
    exchange.close();
  }

  private void cancel(HttpExchange exchange) throws IOException {
    canceled.countDown();
    answer(exchange, CommandAnswer.OK);
  }

  private void stream(HttpExchange exchange) throws IOException {
    exchange.getResponseHeaders().set("Content-Type", "application/x-ndjson");
    exchange.sendResponseHeaders(200, 0);
    LogId id = new LogId("01KDVJ4R80041061050R3GG28E");
    LogEntry line = new LogEntry(id, LogStream.STDOUT, "running", NOW);
    say(
        exchange,
        "01KDVJ4R80041061050R3GG28B",
        new Payload.JobLogs(Collections.nCopies(lines, line)));
    try {
      canceled.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    say(
        exchange,
        "01KDVJ4R80041061050R3GG28C",
        new Payload.JobStatus(JobState.CANCELED, null, NOW, EndReason.CANCELED_BY, "by media1"));
    exchange.close();
  }

  private static void say(HttpExchange exchange, String id, Payload payload) throws IOException {
    DownlinkMessage message =
        new DownlinkMessage(
            new MessageId(id), null, new ClientId("media1"), Samples.JOB, NOW, null, payload);
    exchange.getResponseBody().write(WireJson.write(new MessageBatch(List.of(message))));
    exchange.getResponseBody().write('\n');
    exchange.getResponseBody().flush();
  }

  private static JobView job() {
    JobView job = Samples.job(JobState.PENDING, null);
    return new JobView(
        new TransportOffer("http_polling", Map.of("path", "/poll" + JOB)),
        job.jobId(),
        job.requesterId(),
        job.binaryName(),
        job.arguments(),
        job.paths(),
        null,
        job.status(),
        null,
        null,
        job.createdAt(),
        job.lastUpdate(),
        null,
        null,
        5,
        true,
        0,
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
