package org.dffmpeg.common.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import org.dffmpeg.common.testing.architecture.CommonRules;
import org.dffmpeg.common.testing.architecture.HouseRules;
import org.dffmpeg.common.testing.architecture.WorldRules;

@AnalyzeClasses(packages = ArchitectureTest.ROOT, importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

  static final String ROOT = "org.dffmpeg.common";

  @ArchTest static final ArchRule PLAIN = CommonRules.a01_common_is_plain(ROOT);

  @ArchTest
  static final ArchRule JSON = CommonRules.a01_may_also_use(ROOT, "json", "jakarta.json..");

  @ArchTest
  static final ArchRule YAML =
      CommonRules.a01_may_also_use(ROOT, "config", "org.snakeyaml.engine..");

  @ArchTest
  static final ArchRule ULID = CommonRules.a01_may_also_use(ROOT, "id", "com.github.f4b6a3.ulid..");

  @ArchTest static final ArchRule BEANS = CommonRules.a01_may_also_use(ROOT, "ejb", "jakarta..");

  @ArchTest
  static final ArchRule NO_BEANS_IN_THE_CLIENT_JAR =
      CommonRules.a01_nobody_needs_the_session_beans(ROOT);

  @ArchTest static final ArchRule NO_CYCLES = HouseRules.a02_no_cycles(ROOT);
  @ArchTest static final ArchRule NO_VENDORS = HouseRules.a07_no_vendor_types();
  @ArchTest static final ArchRule NO_TIME = WorldRules.a08_no_current_time();

  /** A session bean is made by its container, so it is the root of what it is composed of. */
  @ArchTest
  static final ArchRule NO_CLOCKS =
      WorldRules.a08_system_clocks_only_in(resideInAPackage(ROOT + ".ejb"));

  @ArchTest static final ArchRule NO_SLEEP = WorldRules.a09_nobody_sleeps();

  @ArchTest static final ArchRule NO_THREADS = WorldRules.a09_threads_only_in(HouseRules.nobody());

  @ArchTest
  static final ArchRule NO_PROCESSES = WorldRules.a14_processes_only_in(HouseRules.nobody());

  @ArchTest static final ArchRule NO_ENVIRONMENT = WorldRules.a15_environment_only_in_config();

  @ArchTest static final ArchRule NULL_MARKED = HouseRules.a16_null_marked();
  @ArchTest static final ArchRule NO_OLD_LOGGING = WorldRules.a17_no_java_util_logging();

  @ArchTest static final ArchRule NO_CONSOLE = WorldRules.a17_console_only_in(HouseRules.nobody());
}
