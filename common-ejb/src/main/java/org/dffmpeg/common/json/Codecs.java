package org.dffmpeg.common.json;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.dffmpeg.common.protocol.Acknowledged;
import org.dffmpeg.common.protocol.AddUser;
import org.dffmpeg.common.protocol.AppendLogs;
import org.dffmpeg.common.protocol.AttemptClaim;
import org.dffmpeg.common.protocol.CommandAnswer;
import org.dffmpeg.common.protocol.CoordinatorView;
import org.dffmpeg.common.protocol.DeregisterWorker;
import org.dffmpeg.common.protocol.DownlinkMessage;
import org.dffmpeg.common.protocol.HealthView;
import org.dffmpeg.common.protocol.JanitorAccepted;
import org.dffmpeg.common.protocol.JanitorRequest;
import org.dffmpeg.common.protocol.JobOptions;
import org.dffmpeg.common.protocol.JobView;
import org.dffmpeg.common.protocol.LogEntry;
import org.dffmpeg.common.protocol.LogPage;
import org.dffmpeg.common.protocol.MessageBatch;
import org.dffmpeg.common.protocol.MetricsView;
import org.dffmpeg.common.protocol.Problem;
import org.dffmpeg.common.protocol.ProblemCode;
import org.dffmpeg.common.protocol.ReEncrypt;
import org.dffmpeg.common.protocol.ReEncrypted;
import org.dffmpeg.common.protocol.RegisterWorker;
import org.dffmpeg.common.protocol.ReportStatus;
import org.dffmpeg.common.protocol.RetentionRun;
import org.dffmpeg.common.protocol.SetPriority;
import org.dffmpeg.common.protocol.SetScope;
import org.dffmpeg.common.protocol.StatusView;
import org.dffmpeg.common.protocol.SubmitJob;
import org.dffmpeg.common.protocol.TransportOffer;
import org.dffmpeg.common.protocol.UserView;
import org.dffmpeg.common.protocol.VerifyWorker;
import org.dffmpeg.common.protocol.WorkerAccepted;
import org.dffmpeg.common.protocol.WorkerView;

/** Every wire record and its codec: the one place where they are listed. Immutable. */
final class Codecs {
  private static final Map<Class<?>, Codec<?>> BY_RECORD = new LinkedHashMap<>();

  static {
    // Clients.
    add(SubmitJob.class, new SubmitJobCodec());
    add(JobOptions.class, JobOptionsCodec.SHOWN);
    add(SetPriority.class, new SetPriorityCodec());
    add(JobView.class, new JobViewCodec());
    add(TransportOffer.class, new TransportOfferCodec());
    add(LogEntry.class, LogEntryCodec.WITH_NULLS);
    add(LogPage.class, new LogPageCodec());
    add(CommandAnswer.class, new CommandAnswerCodec());
    add(Problem.class, new ProblemCodec(ProblemCode.INVALID_REQUEST));
    // Workers.
    add(RegisterWorker.class, new RegisterWorkerCodec());
    add(WorkerAccepted.class, new WorkerAcceptedCodec());
    add(VerifyWorker.class, new VerifyWorkerCodec());
    add(DeregisterWorker.class, new DeregisterWorkerCodec());
    add(Acknowledged.class, new AcknowledgedCodec());
    add(AttemptClaim.class, new AttemptClaimCodec());
    add(ReportStatus.class, new ReportStatusCodec());
    add(AppendLogs.class, new AppendLogsCodec());
    // Messages.
    add(DownlinkMessage.class, new DownlinkMessageCodec());
    add(MessageBatch.class, new MessageBatchCodec());
    // Operators.
    add(WorkerView.class, new WorkerViewCodec());
    add(HealthView.class, new HealthViewCodec());
    add(MetricsView.class, new MetricsViewCodec());
    add(StatusView.class, new StatusViewCodec());
    add(CoordinatorView.class, new CoordinatorViewCodec());
    add(UserView.class, new UserViewCodec());
    add(AddUser.class, new AddUserCodec());
    add(SetScope.class, new SetScopeCodec());
    add(ReEncrypt.class, new ReEncryptCodec());
    add(ReEncrypted.class, new ReEncryptedCodec());
    add(JanitorRequest.class, new JanitorRequestCodec());
    add(JanitorAccepted.class, new JanitorAcceptedCodec());
    add(RetentionRun.class, new RetentionRunCodec());
  }

  private Codecs() {}

  /** The codec of that record class. */
  @SuppressWarnings("unchecked") // add() pairs them
  static <T> Codec<T> of(Class<T> type) {
    Codec<?> codec = BY_RECORD.get(type);
    if (codec == null) {
      throw new IllegalArgumentException("not a wire record: " + type.getName());
    }
    return (Codec<T>) codec;
  }

  /** Every record that has a codec. */
  static Set<Class<?>> records() {
    return Collections.unmodifiableSet(BY_RECORD.keySet());
  }

  private static <T> void add(Class<T> type, Codec<T> codec) {
    BY_RECORD.put(type, codec);
  }
}
