package org.dffmpeg.systemtest.architecture;

import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import org.dffmpeg.common.testing.architecture.HouseRules;
import org.dffmpeg.common.testing.architecture.WorldRules;

@AnalyzeClasses(packages = ArchitectureTest.ROOT)
class ArchitectureTest {

  static final String ROOT = "org.dffmpeg.systemtest";

  @ArchTest static final ArchRule NO_SLEEP = WorldRules.a09_nobody_sleeps();

  @ArchTest static final ArchRule NULL_MARKED = HouseRules.a16_null_marked();

  @ArchTest static final ArchRule NO_OLD_LOGGING = WorldRules.a17_no_java_util_logging();
}
