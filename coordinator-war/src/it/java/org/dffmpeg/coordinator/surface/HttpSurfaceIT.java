package org.dffmpeg.coordinator.surface;

import java.net.URL;
import java.nio.file.Path;
import org.dffmpeg.coordinator.container.Container;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;

/** All parts of the surface on one server. */
@Tag("container")
@ExtendWith(ArquillianExtension.class)
class HttpSurfaceIT implements RoutingSurface, SignatureSurface, JobSurface, AdminSurface {
  private static Path data = Path.of("");

  @ArquillianResource private URL url;

  @Deployment(testable = false)
  static WebArchive coordinator() {
    data = Container.prepare("failure_rate: {per_minute: 10000}");
    return Container.builtWar();
  }

  @Override
  public Surface surface() {
    return new Surface(new RawHttp(url.getPort()), data);
  }
}
