package org.dffmpeg.common.architecture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dffmpeg.common.testing.architecture.HouseRules.named;
import static org.dffmpeg.common.testing.architecture.HouseRules.nobody;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.stream.Stream;
import org.dffmpeg.common.architecture.broken.ReadsTheTime;
import org.dffmpeg.common.architecture.broken.StartsProcesses;
import org.dffmpeg.common.architecture.broken.StartsThreads;
import org.dffmpeg.common.architecture.broken.TalksToTheConsole;
import org.dffmpeg.common.testing.architecture.CommonRules;
import org.dffmpeg.common.testing.architecture.CoordinatorRules;
import org.dffmpeg.common.testing.architecture.EdgeRules;
import org.dffmpeg.common.testing.architecture.HouseRules;
import org.dffmpeg.common.testing.architecture.TestRules;
import org.dffmpeg.common.testing.architecture.WorldRules;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A rule that cannot fail guards nothing: each is held against classes that break it. */
class RulesAreSeenToFailTest {

  private static final String BROKEN = RulesAreSeenToFailTest.class.getPackageName() + ".broken";
  private static final String LIBRARY = BROKEN + ".library..";

  private static final JavaClasses CLASSES = new ClassFileImporter().importPackages(BROKEN);

  static Stream<Arguments> broken_rules() {
    return Stream.of(
        fails(CommonRules.a01_common_is_plain(BROKEN), "KnowsTooMuch"),
        fails(CommonRules.a01_may_also_use(BROKEN, "core", "jakarta.json.."), "EntityManager"),
        fails(HouseRules.a01_json_only_in_the_codec(), "ParsesJson"),
        fails(HouseRules.a02_no_cycles(BROKEN + ".cycle"), "Left", "Right"),
        fails(
            CoordinatorRules.a03_core_is_plain(BROKEN),
            "EntityManager",
            "Connection",
            "ThirdParty"),
        fails(CoordinatorRules.a04_adapters_do_not_know_each_other(BROKEN), "BypassesTheCore"),
        fails(CoordinatorRules.a05_nobody_depends_on_boot(BROKEN), "KnowsTooMuch"),
        fails(CoordinatorRules.a05_only_boot_creates_adapters(BROKEN), "MakesAnAdapter"),
        fails(CoordinatorRules.a06_entities_are_package_private_rows(BROKEN), "Thing"),
        fails(HouseRules.a07_no_types_of(LIBRARY), "KnowsTooMuch"),
        fails(WorldRules.a08_no_current_time(), "ReadsTheTime.now()", "ReadsTheTime.millis()"),
        fails(WorldRules.a08_system_clocks_only_in(nobody()), "ReadsTheTime.clock()"),
        fails(WorldRules.a09_nobody_sleeps(), "Sleeps"),
        fails(
            WorldRules.a09_threads_only_in(nobody()), "StartsThreads.thread", "StartsThreads.pool"),
        fails(CoordinatorRules.a10_transactions_only_at_entry_points(BROKEN), "JpaThingStore"),
        fails(CoordinatorRules.a11_doors_call_use_cases(BROKEN), "BypassesTheCore"),
        fails(HouseRules.a12_only_user_of(LIBRARY, LIBRARY), "KnowsTooMuch"),
        fails(
            EdgeRules.a13_worker_uses_only_the_link(BROKEN + ".worker", BROKEN + ".client"),
            "UsesTheClient"),
        fails(
            EdgeRules.a13_api_shows_only_itself(BROKEN + ".client", BROKEN + ".core"),
            "Hidden",
            "ThirdParty"),
        fails(WorldRules.a14_processes_only_in(nobody()), "StartsProcesses"),
        fails(WorldRules.a15_environment_only_in_config(), "ReadsTheEnvironment"),
        fails(HouseRules.a16_null_marked(), "Unmarked"),
        fails(WorldRules.a17_no_java_util_logging(), "LogsTheOldWay"),
        fails(WorldRules.a17_console_only_in(nobody()), "TalksToTheConsole"),
        fails(TestRules.only_assertj_asserts(), "IllMannered"),
        fails(TestRules.nothing_is_skipped(), "IllMannered"));
  }

  @ParameterizedTest
  @MethodSource("broken_rules")
  void a_rule_names_the_class_that_breaks_it(ArchRule rule, List<String> culprits) {
    List<String> failures = rule.evaluate(CLASSES).getFailureReport().getDetails();

    assertThat(culprits)
        .allSatisfy(culprit -> assertThat(failures).anyMatch(line -> line.contains(culprit)));
  }

  static Stream<ArchRule> rules_with_an_exception() {
    return Stream.of(
        WorldRules.a08_system_clocks_only_in(named(ReadsTheTime.class.getName())),
        WorldRules.a09_threads_only_in(named(StartsThreads.class.getName())),
        WorldRules.a14_processes_only_in(named(StartsProcesses.class.getName())),
        WorldRules.a17_console_only_in(named(TalksToTheConsole.class.getName())));
  }

  @ParameterizedTest
  @MethodSource("rules_with_an_exception")
  void a_class_named_as_the_exception_may_do_it(ArchRule rule) {
    assertThat(rule.evaluate(CLASSES).hasViolation()).isFalse();
  }

  private static Arguments fails(ArchRule rule, String... culprits) {
    return arguments(rule, List.of(culprits));
  }
}
