package org.dffmpeg.common.json;

import java.util.List;
import org.dffmpeg.common.job.EndReason;
import org.dffmpeg.common.protocol.Payload;

/** The payloads of PROTOCOL 6, one codec for each message type. */
final class Payloads {
  private static final JobRequestCodec REQUEST = new JobRequestCodec();
  private static final JobStatusCodec STATUS = new JobStatusCodec();
  private static final JobLogsCodec LOGS = new JobLogsCodec();
  private static final VerifyRegistrationCodec VERIFY = new VerifyRegistrationCodec();
  private static final Payload STAND_IN = new Payload.VerifyRegistration("?");

  private Payloads() {}

  static void write(Payload payload, ObjectWriter out) {
    payload.<ObjectWriter>fold(
        request -> out.object("payload", REQUEST, request),
        status -> out.object("payload", STATUS, status),
        logs -> out.object("payload", LOGS, logs),
        verify -> out.object("payload", VERIFY, verify));
  }

  /** The payload of the type that the envelope names. */
  static Payload read(ObjectReader in) {
    return switch (in.text("message_type")) {
      case "job_request" -> in.object("payload", REQUEST);
      case "job_status" -> in.object("payload", STATUS);
      case "job_logs" -> in.object("payload", LOGS);
      case "verify_registration" -> in.object("payload", VERIFY);
      default ->
          in.required(
              "message_type",
              input ->
                  input.refuse(
                      Complaint.notOneOf(
                          List.of("job_request", "job_status", "job_logs", "verify_registration")),
                      STAND_IN),
              STAND_IN);
    };
  }

  private static final class JobRequestCodec implements Codec<Payload.JobRequest> {
    @Override
    public void write(Payload.JobRequest request, ObjectWriter out) {
      out.text("job_id", request.jobId())
          .text("binary_name", request.binaryName())
          .texts("arguments", request.arguments())
          .texts("paths", request.paths())
          .text("working_directory", request.workingDirectory())
          .number("heartbeat_interval", request.heartbeatInterval())
          .number("attempt", request.attempt())
          .number("run_timeout", request.runTimeout())
          .number("stall_timeout", request.stallTimeout());
      SlotsText.writeOrNull("slots", request.slots(), out);
      out.numbers("outputs", request.outputs()).number("job_lease", request.jobLease());
    }

    @Override
    public Payload.JobRequest read(ObjectReader in) {
      return new Payload.JobRequest(
          in.jobId("job_id"),
          in.text("binary_name"),
          in.textsOr("arguments", List.of()),
          in.textsOr("paths", List.of()),
          in.optionalText("working_directory"),
          in.integer("heartbeat_interval"),
          in.optionalInteger("attempt"),
          in.optionalInteger("run_timeout"),
          in.optionalInteger("stall_timeout"),
          in.optional("slots", SlotsText::shown),
          in.given("outputs", Readers::positions, List.of()),
          in.optionalInteger("job_lease"));
    }
  }

  private static final class JobStatusCodec implements Codec<Payload.JobStatus> {
    @Override
    public void write(Payload.JobStatus status, ObjectWriter out) {
      EndReason reason = status.reason();
      out.text("status", status.status().wireName())
          .number("exit_code", status.exitCode())
          .time("last_update", status.lastUpdate())
          .text("reason", reason == null ? null : reason.wireName())
          .text("reason_detail", status.reasonDetail());
    }

    @Override
    public Payload.JobStatus read(ObjectReader in) {
      return new Payload.JobStatus(
          States.job(in, "status"),
          in.optionalInteger("exit_code"),
          in.optionalTime("last_update"),
          States.reason(in),
          in.optionalText("reason_detail"));
    }
  }

  private static final class JobLogsCodec implements Codec<Payload.JobLogs> {
    @Override
    public void write(Payload.JobLogs logs, ObjectWriter out) {
      out.objects("logs", LogEntryCodec.WITH_NULLS, logs.logs());
    }

    @Override
    public Payload.JobLogs read(ObjectReader in) {
      return new Payload.JobLogs(in.objects("logs", LogEntryCodec.WITH_NULLS));
    }
  }

  private static final class VerifyRegistrationCodec implements Codec<Payload.VerifyRegistration> {
    @Override
    public void write(Payload.VerifyRegistration verify, ObjectWriter out) {
      out.text("registration_token", verify.registrationToken());
    }

    @Override
    public Payload.VerifyRegistration read(ObjectReader in) {
      return new Payload.VerifyRegistration(in.text("registration_token"));
    }
  }
}
