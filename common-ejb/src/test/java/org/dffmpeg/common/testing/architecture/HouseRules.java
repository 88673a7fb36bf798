package org.dffmpeg.common.testing.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.library.dependencies.SliceRule;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;

/** Rules of shape that hold in every module. Immutable. */
public final class HouseRules {

  private HouseRules() {}

  /** A1: bytes become records in {@code common.json} and nowhere else. */
  public static ArchRule a01_json_only_in_the_codec() {
    return noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("jakarta.json..", "com.fasterxml.jackson..")
        .as("A1 only common.json sees a JSON library");
  }

  /** A2: the packages right below {@code root} form no cycle. */
  public static SliceRule a02_no_cycles(String root) {
    return slices()
        .matching(root + ".(*)..")
        .should()
        .beFreeOfCycles()
        .as("A2 no cycles below " + root);
  }

  /** A7: the server can be exchanged, so no class of ours names its vendor. */
  public static ArchRule a07_no_vendor_types() {
    return a07_no_types_of(
        "org.glassfish..",
        "fish.payara..",
        "org.jboss..",
        "org.wildfly..",
        "com.ibm..",
        "io.openliberty..",
        "org.hibernate..",
        "org.eclipse.persistence..");
  }

  /** A7 for any list of packages. */
  public static ArchRule a07_no_types_of(String... vendorPackages) {
    return noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(vendorPackages)
        .as("A7 nobody names a vendor's types");
  }

  /** A12: only {@code owner} uses the packages of one library. */
  public static ArchRule a12_only_user_of(String library, String owner) {
    return noClasses()
        .that(not(resideInAPackage(owner)))
        .should()
        .dependOnClassesThat()
        .resideInAPackage(library)
        .as("A12 only " + owner + " uses " + library);
  }

  /** A16: every package is {@code @NullMarked}, so that NullAway checks it. */
  public static ArchRule a16_null_marked() {
    return classes().should(beInNullMarkedPackage()).as("A16 every package is @NullMarked");
  }

  /** The classes in the packages given, for a rule's exceptions. */
  public static DescribedPredicate<JavaClass> inside(String... packages) {
    return resideInAnyPackage(packages);
  }

  /** The classes of these full names, and what is nested in them, for a rule's exceptions. */
  public static DescribedPredicate<JavaClass> named(String... names) {
    return describe(
        "one of " + List.of(names),
        type -> Stream.of(names).anyMatch(name -> isOrIsNestedIn(type.getName(), name)));
  }

  /** For a rule without exceptions. */
  public static DescribedPredicate<JavaClass> nobody() {
    return DescribedPredicate.<JavaClass>alwaysFalse().as("nobody");
  }

  private static boolean isOrIsNestedIn(String name, String outer) {
    return name.equals(outer) || name.startsWith(outer + "$");
  }

  private static ArchCondition<JavaClass> beInNullMarkedPackage() {
    return new ArchCondition<>("be in a @NullMarked package") {
      @Override
      public void check(JavaClass type, ConditionEvents events) {
        boolean marked = type.getPackage().isAnnotatedWith(NullMarked.class);
        String message = type.getName() + " is in a package without @NullMarked";
        events.add(new SimpleConditionEvent(type, marked, message));
      }
    };
  }
}
