package org.dffmpeg.coordinator.container;

import java.nio.file.Path;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;

class CoordinatorOnH2IT extends CoordinatorContract {
  private static Path data = Path.of("");

  @Deployment(testable = false)
  static WebArchive coordinator() {
    data = Container.prepare("");
    return Container.builtWar();
  }

  @Override
  Path data() {
    return data;
  }
}
