package org.dffmpeg.coordinator.architecture;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import org.dffmpeg.common.testing.architecture.CoordinatorRules;
import org.dffmpeg.common.testing.architecture.HouseRules;
import org.dffmpeg.common.testing.architecture.WorldRules;

@AnalyzeClasses(packages = ArchitectureTest.ROOT, importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

  static final String ROOT = "org.dffmpeg.coordinator";

  @ArchTest static final ArchRule JSON = HouseRules.a01_json_only_in_the_codec();

  @ArchTest static final ArchRule NO_CYCLES = HouseRules.a02_no_cycles(ROOT);

  @ArchTest static final ArchRule NO_VENDORS = HouseRules.a07_no_vendor_types();

  @ArchTest static final ArchRule NO_TIME = WorldRules.a08_no_current_time();

  @ArchTest
  static final ArchRule CLOCKS =
      WorldRules.a08_system_clocks_only_in(HouseRules.inside(ROOT + ".boot.."));

  @ArchTest static final ArchRule NO_SLEEP = WorldRules.a09_nobody_sleeps();

  @ArchTest
  static final ArchRule THREADS =
      WorldRules.a09_threads_only_in(HouseRules.inside(ROOT + ".launch.."));

  @ArchTest static final ArchRule PROCESSES = WorldRules.a14_processes_only_in(HouseRules.nobody());

  @ArchTest static final ArchRule ENVIRONMENT = WorldRules.a15_environment_only_in_config();

  @ArchTest static final ArchRule NULL_MARKED = HouseRules.a16_null_marked();

  @ArchTest static final ArchRule NO_OLD_LOGGING = WorldRules.a17_no_java_util_logging();

  @ArchTest
  static final ArchRule CONSOLE =
      WorldRules.a17_console_only_in(HouseRules.inside(ROOT + ".launch.."));

  @ArchTest static final ArchRule PLAIN_CORE = CoordinatorRules.a03_core_is_plain(ROOT);

  @ArchTest
  static final ArchRule ADAPTERS = CoordinatorRules.a04_adapters_do_not_know_each_other(ROOT);

  @ArchTest
  static final ArchRule BOOT_IS_THE_ROOT = CoordinatorRules.a05_nobody_depends_on_boot(ROOT);

  @ArchTest
  static final ArchRule BOOT_CREATES = CoordinatorRules.a05_only_boot_creates_adapters(ROOT);

  @ArchTest
  static final ArchRule ROWS = CoordinatorRules.a06_entities_are_package_private_rows(ROOT);

  @ArchTest
  static final ArchRule TRANSACTIONS = CoordinatorRules.a10_transactions_only_at_entry_points(ROOT);

  @ArchTest static final ArchRule DOORS = CoordinatorRules.a11_doors_call_use_cases(ROOT);

  @ArchTest
  static final ArchRule MQTT =
      HouseRules.a12_only_user_of("com.hivemq..", ROOT + ".transport.mqtt..");

  @ArchTest
  static final ArchRule AMQP =
      HouseRules.a12_only_user_of("com.rabbitmq..", ROOT + ".transport.amqp..");
}
