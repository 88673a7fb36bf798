package org.dffmpeg.common.testing.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.lang.ArchRule;

/** Manners of tests, in every module. Immutable. */
public final class TestRules {

  private TestRules() {}

  /** What is written to break the rules is not held to them. */
  public static final class DoNotIncludeBroken implements ImportOption {
    @Override
    public boolean includes(Location location) {
      return !location.contains("/architecture/broken/");
    }
  }

  /** One way to assert. */
  public static ArchRule only_assertj_asserts() {
    return noClasses()
        .should()
        .dependOnClassesThat()
        .haveNameMatching(
            "org\\.junit\\.jupiter\\.api\\.Assert.*|org\\.junit\\.Assert|org\\.hamcrest\\..*")
        .as("tests assert with AssertJ");
  }

  /** A missing tool fails the test that needs it, and nothing waits for better days. */
  public static ArchRule nothing_is_skipped() {
    return noClasses()
        .should()
        .dependOnClassesThat()
        .haveNameMatching(
            "org\\.junit\\.jupiter\\.api\\.(Assumptions|Disabled|condition\\..*)"
                + "|org\\.assertj\\.core\\.api\\.Assumptions")
        .as("no test is skipped");
  }
}
