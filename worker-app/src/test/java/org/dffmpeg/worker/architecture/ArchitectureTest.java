package org.dffmpeg.worker.architecture;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import org.dffmpeg.common.testing.architecture.EdgeRules;
import org.dffmpeg.common.testing.architecture.HouseRules;
import org.dffmpeg.common.testing.architecture.WorldRules;

@AnalyzeClasses(packages = ArchitectureTest.ROOT, importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

  static final String ROOT = "org.dffmpeg.worker";

  @ArchTest static final ArchRule JSON = HouseRules.a01_json_only_in_the_codec();

  @ArchTest static final ArchRule NO_CYCLES = HouseRules.a02_no_cycles(ROOT);

  @ArchTest static final ArchRule NO_VENDORS = HouseRules.a07_no_vendor_types();

  @ArchTest static final ArchRule NO_TIME = WorldRules.a08_no_current_time();

  @ArchTest
  static final ArchRule CLOCKS = WorldRules.a08_system_clocks_only_in(HouseRules.inside(ROOT));

  @ArchTest static final ArchRule NO_SLEEP = WorldRules.a09_nobody_sleeps();

  @ArchTest static final ArchRule THREADS = WorldRules.a09_threads_only_in(HouseRules.inside(ROOT));

  @ArchTest
  static final ArchRule PROCESSES =
      WorldRules.a14_processes_only_in(HouseRules.named(ROOT + ".execution.OsProcessStarter"));

  @ArchTest static final ArchRule ENVIRONMENT = WorldRules.a15_environment_only_in_config();

  @ArchTest static final ArchRule NULL_MARKED = HouseRules.a16_null_marked();

  @ArchTest static final ArchRule NO_OLD_LOGGING = WorldRules.a17_no_java_util_logging();

  @ArchTest static final ArchRule CONSOLE = WorldRules.a17_console_only_in(HouseRules.inside(ROOT));

  @ArchTest
  static final ArchRule LINK_ONLY =
      EdgeRules.a13_worker_uses_only_the_link(ROOT, "org.dffmpeg.client");
}
