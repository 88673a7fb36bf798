package org.dffmpeg.common.testing.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaConstructorCall;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * How the coordinator's core, its adapters and its composition root may know each other. Immutable.
 */
public final class CoordinatorRules {

  private static final Set<String> ADAPTERS =
      Set.of(
          "front",
          "rest",
          "stream",
          "console",
          "batch",
          "timer",
          "persistence",
          "transport",
          "crypto",
          "metrics");

  private CoordinatorRules() {}

  /** A3: the core is plain Java; no Jakarta, no SQL, no HTTP. */
  public static ArchRule a03_core_is_plain(String root) {
    return classes()
        .that()
        .resideInAPackage(root + ".core..")
        .should()
        .onlyDependOnClassesThat(
            JavaClass.Predicates.resideInAnyPackage(
                    root + ".core..", "org.dffmpeg.common..", "java..", "org.jspecify..")
                .and(
                    JavaClass.Predicates.resideOutsideOfPackages(
                        "java.sql..", "java.net.http..", "org.dffmpeg.common.ejb..")))
        .as("A3 the core is plain Java");
  }

  /** A4: an adapter knows the core, never another adapter. */
  public static ArchRule a04_adapters_do_not_know_each_other(String root) {
    return slices()
        .assignedFrom(adaptersBelow(root))
        .should()
        .notDependOnEachOther()
        .as("A4 adapters do not know each other");
  }

  /** A5: the composition root knows everybody, and nobody knows it. */
  public static ArchRule a05_nobody_depends_on_boot(String root) {
    return noClasses()
        .that()
        .resideOutsideOfPackage(root + ".boot..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage(root + ".boot..")
        .as("A5 nobody depends on boot");
  }

  /** A5: adapters are made in boot (or by the server), and inside themselves. */
  public static ArchRule a05_only_boot_creates_adapters(String root) {
    return noClasses()
        .that()
        .resideOutsideOfPackage(root + ".boot..")
        .should()
        .callConstructorWhere(
            describe("of somebody else's adapter", call -> createsForeignAdapter(root, call)))
        .as("A5 only boot creates adapters");
  }

  /** A6: rows are flat, named so, and seen by persistence alone. */
  public static ArchRule a06_entities_are_package_private_rows(String root) {
    return classes()
        .that()
        .areAnnotatedWith("jakarta.persistence.Entity")
        .should()
        .bePackagePrivate()
        .andShould()
        .resideInAPackage(root + ".persistence..")
        .andShould()
        .haveSimpleNameEndingWith("Row")
        .as("A6 entities are package-private rows of persistence");
  }

  /** A10: transactions begin, and session beans live, at the entry points. */
  public static ArchRule a10_transactions_only_at_entry_points(String root) {
    String[] entryPoints =
        Stream.of("rest", "stream", "timer", "batch", "console", "transport", "boot")
            .map(name -> root + "." + name + "..")
            .toArray(String[]::new);
    return noClasses()
        .that()
        .resideOutsideOfPackages(entryPoints)
        .should()
        .dependOnClassesThat(
            JavaClass.Predicates.resideInAPackage("jakarta.ejb..")
                .or(
                    describe(
                        "@Transactional",
                        type -> type.getName().equals("jakarta.transaction.Transactional"))))
        .as("A10 transactions begin at the entry points");
  }

  /** A11: resources and pages call use cases; they touch neither stores nor tables. */
  public static ArchRule a11_doors_call_use_cases(String root) {
    return noClasses()
        .that()
        .resideInAnyPackage(root + ".rest..", root + ".console..")
        .should()
        .dependOnClassesThat(
            JavaClass.Predicates.simpleNameEndingWith("Store")
                .or(JavaClass.Predicates.resideInAnyPackage("jakarta.persistence..", "java.sql..")))
        .as("A11 resources and pages call use cases, not stores");
  }

  private static boolean createsForeignAdapter(String root, JavaConstructorCall call) {
    Optional<String> target = adapter(root, call.getTargetOwner());
    return target.isPresent() && !target.equals(adapter(root, call.getOriginOwner()));
  }

  private static Optional<String> adapter(String root, JavaClass type) {
    if (!type.getPackageName().startsWith(root + ".")) {
      return Optional.empty();
    }
    String below = type.getPackageName().substring(root.length() + 1);
    return ADAPTERS.contains(below.split("\\.")[0]) ? Optional.of(slice(below)) : Optional.empty();
  }

  /** One slice per adapter, and one per transport: those do not know each other either. */
  private static String slice(String below) {
    String[] names = below.split("\\.");
    return names[0].equals("transport") && names.length > 1 ? names[0] + "." + names[1] : names[0];
  }

  private static SliceAssignment adaptersBelow(String root) {
    return new SliceAssignment() {
      @Override
      public SliceIdentifier getIdentifierOf(JavaClass type) {
        return adapter(root, type).map(SliceIdentifier::of).orElseGet(SliceIdentifier::ignore);
      }

      @Override
      public String getDescription() {
        return "adapters";
      }
    };
  }
}
