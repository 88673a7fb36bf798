package org.dffmpeg.coordinator.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.management.ObjectName;
import javax.management.StandardMBean;
import org.junit.jupiter.api.Test;

class ShutdownTest {
  private final List<String> ends = new CopyOnWriteArrayList<>();
  private final Shutdown shutdown =
      new Shutdown(code -> ends.add("exit " + code), code -> ends.add("halt " + code));

  @Test
  void the_first_signal_ends_in_order() {
    shutdown.onSignal();

    await().untilAsserted(() -> assertThat(ends).containsExactly("exit 0"));
  }

  @Test
  void a_deployed_application_drains_and_closes_and_the_server_has_no_time_to_undeploy_it()
      throws Exception {
    itEndsInOrder(new Application(ends));
  }

  @Test
  void an_application_that_cannot_drain_closes_and_ends_all_the_same() throws Exception {
    itEndsInOrder(
        new Application(ends) {
          @Override
          public void drain() {
            super.drain();
            throw new IllegalStateException("no database");
          }
        });
  }

  private void itEndsInOrder(Control application) throws Exception {
    ObjectName name = new ObjectName(Shutdown.APPLICATION);
    ManagementFactory.getPlatformMBeanServer()
        .registerMBean(new StandardMBean(application, Control.class), name);
    try {
      shutdown.onSignal();

      await().untilAsserted(() -> assertThat(ends).containsExactly("drain", "close", "halt 0"));
    } finally {
      ManagementFactory.getPlatformMBeanServer().unregisterMBean(name);
    }
  }

  @Test
  void the_second_signal_ends_at_once() {
    shutdown.onSignal();
    shutdown.onSignal();

    assertThat(ends).contains("halt 143");
  }

  /** What the launcher asks of the application. */
  public interface Control {
    void drain();

    void close();
  }

  private static class Application implements Control {
    private final List<String> ends;

    Application(List<String> ends) {
      this.ends = ends;
    }

    @Override
    public void drain() {
      ends.add("drain");
    }

    @Override
    public void close() {
      ends.add("close");
    }
  }
}
