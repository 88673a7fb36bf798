package org.dffmpeg.coordinator.container;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URL;
import java.nio.file.Path;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What can only be seen from within. */
@Tag("container")
@ExtendWith(ArquillianExtension.class)
class InsideIT {
  private static final String ID = "01M82D2EEPC0Z8ABD66137SEVB";

  private static Path data = Path.of("");
  @ArquillianResource private URL url;

  @Deployment(testable = false)
  static WebArchive coordinator() {
    data = Container.prepare("");
    return Container.builtWar().addClass(Inside.class);
  }

  @Test
  void a_failing_transaction_takes_its_messages_back() throws Exception {
    RunningCoordinator coordinator = new RunningCoordinator(url.getPort(), data);
    Peer worker = coordinator.peer("worker");
    worker.register();
    String query = "/console/inside?worker=" + worker.name() + "&id=" + ID + "&fail=";

    assertThat(coordinator.get(query + "true").body()).isEqualTo("false");
    assertThat(coordinator.get(query + "false").body()).isEqualTo("true");
  }
}
