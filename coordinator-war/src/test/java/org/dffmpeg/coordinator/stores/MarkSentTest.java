package org.dffmpeg.coordinator.stores;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.dffmpeg.common.id.MessageId;
import org.dffmpeg.common.testing.MutableClock;
import org.dffmpeg.common.testing.SequentialIds;
import org.dffmpeg.coordinator.core.delivery.Channel;
import org.dffmpeg.coordinator.core.delivery.MarkSent;
import org.dffmpeg.coordinator.core.tx.Transactions;
import org.dffmpeg.coordinator.core.tx.UnitOfWork;
import org.junit.jupiter.api.Test;

class MarkSentTest {
  private final InMemoryStores stores = new InMemoryStores();
  private final AtomicInteger writes = new AtomicInteger();

  @Test
  void many_marks_are_stored_in_several_transactions() {
    Map<Channel, MessageId> through =
        LongStream.rangeClosed(1, 120)
            .boxed()
            .collect(
                Collectors.toMap(
                    number -> Channel.of(SequentialIds.job(number)), SequentialIds::message));

    new MarkSent(counting(stores.transactions()), stores.messages(), new MutableClock())
        .run(through);

    assertThat(writes).hasValue(3);
  }

  private Transactions counting(Transactions inner) {
    return new Transactions() {
      @Override
      public <T> T write(Function<UnitOfWork, T> work) {
        writes.incrementAndGet();
        return inner.write(work);
      }

      @Override
      public <T> T read(Function<UnitOfWork, T> work) {
        return inner.read(work);
      }
    };
  }
}
