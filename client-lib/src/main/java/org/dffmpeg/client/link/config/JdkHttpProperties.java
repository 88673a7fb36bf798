package org.dffmpeg.client.link.config;

import java.util.Properties;

/** Properties of the JDK's HTTP client, which it reads once for the whole JVM. */
public final class JdkHttpProperties {
  private JdkHttpProperties() {}

  /**
   * Lets no POST be repeated behind our back, and more than five idle connections be kept. What the
   * application has set stays. Works only before the first HTTP request of the JVM.
   */
  public static void setUnlessSet() {
    Properties properties = System.getProperties();
    properties.putIfAbsent("sun.net.http.retryPost", "false");
    properties.putIfAbsent("http.maxConnections", "64");
  }
}
