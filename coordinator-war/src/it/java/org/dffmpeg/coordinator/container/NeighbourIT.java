package org.dffmpeg.coordinator.container;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URL;
import java.nio.file.Path;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** {@code common-ejb} in an application of somebody else's. */
@Tag("container")
@ExtendWith(ArquillianExtension.class)
class NeighbourIT {
  @ArquillianResource private URL url;

  @Deployment(testable = false)
  static WebArchive neighbour() {
    WebArchive application = ShrinkWrap.create(WebArchive.class, "neighbour.war");
    Container.builtWar()
        .getContent(path -> path.get().matches("/WEB-INF/lib/(common-ejb|ulid-creator).*jar"))
        .forEach((path, library) -> application.add(library.getAsset(), path));
    return application.addClass(Neighbour.class);
  }

  @Test
  void the_session_beans_of_common_ejb_are_injected_and_work() throws Exception {
    assertThat(new RunningCoordinator(url.getPort(), Path.of("")).get("/check").body())
        .isEqualTo("Valid true 26");
  }
}
