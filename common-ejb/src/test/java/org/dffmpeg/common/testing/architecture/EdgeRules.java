package org.dffmpeg.common.testing.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaMember;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.JavaType;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What client and worker may know of each other, and what the client's API may show (A13).
 * Immutable.
 */
public final class EdgeRules {

  private EdgeRules() {}

  /** A13: a worker is a client of the coordinator by the link alone. */
  public static ArchRule a13_worker_uses_only_the_link(String worker, String client) {
    return noClasses()
        .that()
        .resideInAPackage(worker + "..")
        .should()
        .dependOnClassesThat(
            JavaClass.Predicates.resideInAPackage(client + "..")
                .and(JavaClass.Predicates.resideOutsideOfPackage(client + ".link..")))
        .as("A13 the worker uses only client.link of the client");
  }

  /** A13: what a user's code can see of the API is Java, the API itself and the shared values. */
  public static ArchRule a13_api_shows_only_itself(String client, String common) {
    return classes()
        .that()
        .resideInAPackage(client + ".api..")
        .should(showOnly(List.of("java.", "org.jspecify.", client + ".api", common + ".")))
        .as("A13 client.api shows neither client internals nor third parties");
  }

  private static ArchCondition<JavaClass> showOnly(List<String> prefixes) {
    return new ArchCondition<>("show only types of %s", prefixes) {
      @Override
      public void check(JavaClass type, ConditionEvents events) {
        if (!isShown(type.getModifiers())) {
          return;
        }
        Stream<JavaType> ancestors =
            Stream.concat(type.getSuperclass().stream(), type.getInterfaces().stream());
        Stream<JavaType> members =
            type.getMembers().stream()
                .filter(member -> isShown(member.getModifiers()))
                .flatMap(EdgeRules::signature);
        Stream.concat(ancestors, members)
            .flatMap(shown -> shown.getAllInvolvedRawTypes().stream())
            .map(JavaClass::getBaseComponentType)
            .filter(shown -> !shown.isPrimitive())
            .filter(shown -> prefixes.stream().noneMatch(shown.getName()::startsWith))
            .map(shown -> type.getName() + " shows " + shown.getName())
            .distinct()
            .forEach(found -> events.add(SimpleConditionEvent.violated(type, found)));
      }
    };
  }

  private static boolean isShown(Set<JavaModifier> modifiers) {
    return modifiers.contains(JavaModifier.PUBLIC) || modifiers.contains(JavaModifier.PROTECTED);
  }

  private static Stream<JavaType> signature(JavaMember member) {
    if (member instanceof JavaCodeUnit unit) {
      return Stream.of(
              Stream.of(unit.getReturnType()),
              unit.getParameterTypes().stream(),
              unit.getExceptionTypes().stream().map(JavaType.class::cast))
          .flatMap(types -> types);
    }
    return Stream.of(((JavaField) member).getType());
  }
}
