package org.dffmpeg.common.ejb;

import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Optional;
import org.dffmpeg.common.id.JobId;
import org.dffmpeg.common.id.MessageId;
import org.dffmpeg.common.id.UlidFactory;

/** Makes ids of jobs and messages (PROTOCOL 2). Thread-safe. */
@Singleton
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
public class UlidSource {
  private final UlidFactory factory;

  /** For the container. */
  public UlidSource() {
    this(new UlidFactory(Clock.systemUTC(), new SecureRandom()));
  }

  UlidSource(UlidFactory factory) {
    this.factory = factory;
  }

  public JobId jobId() {
    return factory.jobId();
  }

  /** An id greater than the last one of that channel. */
  public MessageId messageIdAfter(Optional<MessageId> last) {
    return factory.messageIdAfter(last);
  }
}
