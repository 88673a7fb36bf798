package org.dffmpeg.coordinator.launch;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.util.List;

/**
 * Takes SIGTERM, SIGINT and SIGHUP from the JVM, whose own reaction would run all shutdown hooks at
 * once, the server's among them, while requests are still being answered. By reflection, because
 * naming {@code sun.misc.Signal} is a compiler warning that cannot be silenced.
 */
final class Signals {
  private static final List<String> ENDING = List.of("TERM", "INT", "HUP");

  private Signals() {}

  /** Calls {@code reaction}, on a thread of the JVM's, whenever one of the signals arrives. */
  static void onEnd(Runnable reaction) {
    try {
      Class<?> signal = Class.forName("sun.misc.Signal");
      Class<?> handler = Class.forName("sun.misc.SignalHandler");
      InvocationHandler react =
          (proxy, method, arguments) -> {
            if (method.getName().equals("handle")) {
              reaction.run();
            }
            return null;
          };
      Object ours =
          Proxy.newProxyInstance(Signals.class.getClassLoader(), new Class<?>[] {handler}, react);
      for (String name : ENDING) {
        signal
            .getMethod("handle", signal, handler)
            .invoke(null, signal.getConstructor(String.class).newInstance(name), ours);
      }
    } catch (ReflectiveOperationException e) {
      throw new LaunchFailure("this JVM gives no way to handle signals: " + e, e);
    }
  }
}
