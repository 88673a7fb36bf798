package org.dffmpeg.coordinator.boot;

import jakarta.inject.Inject;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterRegistration;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.servlet.ServletRegistration;
import jakarta.servlet.annotation.WebListener;
import java.lang.management.ManagementFactory;
import java.util.EnumSet;
import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.ObjectName;
import org.dffmpeg.coordinator.console.ConsoleFilter;
import org.dffmpeg.coordinator.core.access.admin.CreateLocalAdmin;
import org.dffmpeg.coordinator.core.delivery.HttpPolling;
import org.dffmpeg.coordinator.front.FrontFilter;
import org.dffmpeg.coordinator.stream.PollServlet;

/**
 * Puts filters and the poll servlet, which are made with what they need, into the web application,
 * and shows the coordinator to JMX while it is deployed.
 */
@WebListener
public class WebSetup implements ServletContextListener {
  private static final String API_BASE = "/api/v1";

  @Inject private FrontFilter front;
  @Inject private ConsoleFilter console;
  @Inject private PollServlet poll;
  @Inject private HttpPolling polling;
  @Inject private CreateLocalAdmin createLocalAdmin;
  @Inject private CoordinatorControl control;
  @Inject private Membership membership;

  @Override
  public void contextInitialized(ServletContextEvent event) {
    Startup.step(
        () -> {
          createLocalAdmin.run();
          membership.begin();
          return true;
        });
    ServletContext context = event.getServletContext();
    filter(context, "front", front, EnumSet.of(DispatcherType.REQUEST), "/*");
    filter(
        context,
        "console",
        console,
        EnumSet.of(DispatcherType.REQUEST, DispatcherType.FORWARD),
        "/console/*");
    ServletRegistration.Dynamic servlet = context.addServlet("poll", poll);
    servlet.setAsyncSupported(true);
    servlet.addMapping(API_BASE + polling.basePath() + "/*");
    register();
  }

  @Override
  public void contextDestroyed(ServletContextEvent event) {
    try {
      jmx().unregisterMBean(new ObjectName(CoordinatorControl.NAME));
    } catch (JMException e) {
      // It was never shown.
    }
  }

  private void register() {
    try {
      jmx().registerMBean(control, new ObjectName(CoordinatorControl.NAME));
    } catch (JMException e) {
      throw new IllegalStateException("cannot show the coordinator to JMX", e);
    }
  }

  private static void filter(
      ServletContext context,
      String name,
      Filter filter,
      EnumSet<DispatcherType> dispatches,
      String path) {
    FilterRegistration.Dynamic registration = context.addFilter(name, filter);
    registration.setAsyncSupported(true);
    registration.addMappingForUrlPatterns(dispatches, false, path);
  }

  private static MBeanServer jmx() {
    return ManagementFactory.getPlatformMBeanServer();
  }
}
