package org.dffmpeg.common.testing.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitCallTarget;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.GeneralCodingRules;
import java.time.Clock;
import java.util.Date;
import java.util.Set;
import java.util.Timer;
import java.util.concurrent.Executors;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Rules about touching the world: time, threads, processes, the environment, the console. Each lets
 * only the named classes do it, so that everything else can be tested without it. Immutable.
 */
public final class WorldRules {

  private static final Set<String> CONSTRUCTS_THREADS =
      Set.of(
          Thread.class.getName(),
          ThreadPoolExecutor.class.getName(),
          ScheduledThreadPoolExecutor.class.getName(),
          ForkJoinPool.class.getName(),
          Timer.class.getName());

  private WorldRules() {}

  /** A8: nobody asks what time it is; a {@link Clock} is handed in. */
  public static ArchRule a08_no_current_time() {
    return noClasses()
        .should()
        .callCodeUnitWhere(target(describe("current time", WorldRules::tellsTheTime)))
        .as("A8 nobody reads the time but from a Clock");
  }

  /** A8: system clocks are made in {@code roots} only. */
  public static ArchRule a08_system_clocks_only_in(DescribedPredicate<JavaClass> roots) {
    return noClasses()
        .that(not(roots))
        .should()
        .callCodeUnitWhere(target(describe("system clock", WorldRules::isSystemClock)))
        .as("A8 system clocks are made in composition roots only");
  }

  /** A9: nobody sleeps; waiting is handed in and can be woken. */
  public static ArchRule a09_nobody_sleeps() {
    return noClasses()
        .should()
        .callCodeUnitWhere(target(describe("sleep", WorldRules::sleeps)))
        .as("A9 nobody sleeps");
  }

  /** A9: threads and pools are made in {@code roots} only. */
  public static ArchRule a09_threads_only_in(DescribedPredicate<JavaClass> roots) {
    return noClasses()
        .that(not(roots))
        .should()
        .callCodeUnitWhere(target(describe("start of threads", WorldRules::startsThreads)))
        .as("A9 threads are made in composition roots only");
  }

  /** A14: {@code starters} only start processes. */
  public static ArchRule a14_processes_only_in(DescribedPredicate<JavaClass> starters) {
    return noClasses()
        .that(not(starters))
        .should()
        .callCodeUnitWhere(target(describe("start of a process", WorldRules::startsProcesses)))
        .as("A14 one class starts processes");
  }

  /** A15: the environment and system properties are read in {@code config} packages only. */
  public static ArchRule a15_environment_only_in_config() {
    return noClasses()
        .that(not(resideInAPackage("..config..")))
        .should()
        .callCodeUnitWhere(target(describe("read of environment", WorldRules::readsEnvironment)))
        .as("A15 only config packages read the environment");
  }

  /** A17: {@code System.Logger} is the one way to log. */
  public static ArchRule a17_no_java_util_logging() {
    return noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAPackage("java.util.logging..")
        .as("A17 nobody uses java.util.logging");
  }

  /** A17: only {@code talkers} write to the console. */
  public static ArchRule a17_console_only_in(DescribedPredicate<JavaClass> talkers) {
    return noClasses()
        .that(not(talkers))
        .should(GeneralCodingRules.ACCESS_STANDARD_STREAMS)
        .as("A17 only programs talk to the console");
  }

  private static boolean tellsTheTime(CodeUnitCallTarget call) {
    boolean now = call.getOwner().getPackageName().startsWith("java.time") && is(call, "now");
    boolean fromClock =
        call.getRawParameterTypes().stream().anyMatch(type -> type.isEquivalentTo(Clock.class));
    boolean newDate =
        call.getOwner().isEquivalentTo(Date.class)
            && is(call, "<init>")
            && call.getRawParameterTypes().isEmpty();
    return (now && !fromClock) || newDate || isOn(call, System.class, "currentTimeMillis");
  }

  private static boolean isSystemClock(CodeUnitCallTarget call) {
    return call.getOwner().isEquivalentTo(Clock.class) && call.getName().startsWith("system");
  }

  private static boolean sleeps(CodeUnitCallTarget call) {
    return isOn(call, Thread.class, "sleep") || isOn(call, TimeUnit.class, "sleep");
  }

  private static boolean startsThreads(CodeUnitCallTarget call) {
    return call.getOwner().isEquivalentTo(Executors.class)
        || (is(call, "<init>") && CONSTRUCTS_THREADS.contains(call.getOwner().getName()));
  }

  private static boolean startsProcesses(CodeUnitCallTarget call) {
    return isOn(call, ProcessBuilder.class, "<init>")
        || isOn(call, ProcessBuilder.class, "startPipeline")
        || isOn(call, Runtime.class, "exec");
  }

  private static boolean readsEnvironment(CodeUnitCallTarget call) {
    return isOn(call, System.class, "getenv")
        || isOn(call, System.class, "getProperty")
        || isOn(call, System.class, "getProperties")
        || isOn(call, Integer.class, "getInteger")
        || isOn(call, Long.class, "getLong")
        || isOn(call, Boolean.class, "getBoolean");
  }

  private static boolean isOn(CodeUnitCallTarget call, Class<?> owner, String name) {
    return call.getOwner().isEquivalentTo(owner) && is(call, name);
  }

  private static boolean is(CodeUnitCallTarget call, String name) {
    return call.getName().equals(name);
  }
}
