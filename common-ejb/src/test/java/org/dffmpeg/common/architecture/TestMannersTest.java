package org.dffmpeg.common.architecture;

import com.tngtech.archunit.core.importer.ImportOption.OnlyIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import org.dffmpeg.common.testing.architecture.TestRules;
import org.dffmpeg.common.testing.architecture.TestRules.DoNotIncludeBroken;
import org.dffmpeg.common.testing.architecture.WorldRules;

@AnalyzeClasses(
    packages = "org.dffmpeg.common",
    importOptions = {OnlyIncludeTests.class, DoNotIncludeBroken.class})
class TestMannersTest {

  @ArchTest static final ArchRule ASSERTJ = TestRules.only_assertj_asserts();
  @ArchTest static final ArchRule NOTHING_SKIPPED = TestRules.nothing_is_skipped();
  @ArchTest static final ArchRule NO_SLEEP = WorldRules.a09_nobody_sleeps();
}
