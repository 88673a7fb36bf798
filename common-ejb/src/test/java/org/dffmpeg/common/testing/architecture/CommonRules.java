package org.dffmpeg.common.testing.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.lang.ArchRule;
import java.util.stream.Stream;

/** What {@code common-ejb} may stand on (A1). Immutable. */
public final class CommonRules {

  private CommonRules() {}

  /** A1: plain Java, but for the packages that are there to hide a library. */
  public static ArchRule a01_common_is_plain(String root) {
    return classes()
        .that()
        .resideInAPackage(root + "..")
        .and()
        .resideOutsideOfPackages(
            root + ".json..", root + ".config..", root + ".id..", root + ".ejb..")
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(allowed(root))
        .as("A1 common is plain Java");
  }

  /** A1: {@code specialist} hides one library, and uses no other. */
  public static ArchRule a01_may_also_use(String root, String specialist, String library) {
    return classes()
        .that()
        .resideInAPackage(root + "." + specialist + "..")
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(
            Stream.concat(Stream.of(allowed(root)), Stream.of(library)).toArray(String[]::new))
        .as("A1 common." + specialist + " uses " + library + " and plain Java");
  }

  /** A1: the session beans stay out of the client jar, so nothing in it may need them. */
  public static ArchRule a01_nobody_needs_the_session_beans(String root) {
    return noClasses()
        .that()
        .resideOutsideOfPackage(root + ".ejb..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage(root + ".ejb..")
        .as("A1 what is in the client jar does not need common.ejb");
  }

  private static String[] allowed(String root) {
    return new String[] {root + "..", "java..", "javax.crypto..", "org.jspecify.."};
  }
}
