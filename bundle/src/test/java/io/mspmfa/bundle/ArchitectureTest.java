// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.bundle;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongToAnyOf;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleNameEndingWith;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_USE_JAVA_UTIL_LOGGING;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZonedDateTime;
import java.util.Random;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.keycloak.Config;
import org.keycloak.common.util.Time;
import org.keycloak.models.KeycloakSession;
import org.keycloak.organization.OrganizationProvider;
import org.keycloak.services.managers.BruteForceProtector;
import org.keycloak.sessions.AuthenticationSessionModel;
import org.keycloak.sessions.CommonClientSessionModel;

/** Which code may depend on which, over all classes of the JAR. */
class ArchitectureTest {
    /** Slightly fewer than the JAR contains: if a module were missing, the rules below would have nothing to check. */
    private static final int FEWEST_CLASSES = 340;

    /** The proof has one class that signs and reads it; the login check reads Keycloak's notes about the login. */
    private static final String READERS_OF_NOTES =
            "io\\.mspmfa\\.providers\\.(proof\\.SessionProofs|enforcement\\.login\\.(LoginCheck|PrimaryLogin))";

    private static final Set<Class<?>> CLOCKS =
            Set.of(Clock.class, Instant.class, LocalDate.class, LocalDateTime.class, ZonedDateTime.class);

    @Test
    void theJarIsNotEmpty() {
        assertThat(PackedJar.CLASSES).hasSizeGreaterThan(FEWEST_CLASSES);
    }

    @Test
    void modulesDependOneWay() {
        check(layeredArchitecture()
                .consideringOnlyDependenciesInLayers()
                .layer("core")
                .definedBy("io.mspmfa.core..")
                .layer("providers")
                .definedBy("io.mspmfa.providers..")
                .layer("authenticators")
                .definedBy("io.mspmfa.authenticators..")
                .whereLayer("authenticators")
                .mayNotBeAccessedByAnyLayer()
                .whereLayer("providers")
                .mayOnlyBeAccessedByLayers("authenticators"));
    }

    @Test
    void coreIsPureJava() {
        check(noClasses()
                .that()
                .resideInAPackage("io.mspmfa.core..")
                .should()
                .dependOnClassesThat(not(resideInAnyPackage(
                        "io.mspmfa.core..",
                        "java..",
                        "javax.crypto..",
                        "javax.xml.stream..",
                        "com.fasterxml.jackson..",
                        "org.jspecify.."))));
    }

    /** Every package by itself, at any depth and across modules. */
    @Test
    void packagesAreFreeOfCycles() {
        check(slices().matching("io.mspmfa.(**)").should().beFreeOfCycles());
    }

    /** A feature with all its subpackages: two features must not depend on each other through their subpackages. */
    @ParameterizedTest
    @ValueSource(strings = {"core", "providers", "authenticators"})
    void featuresWithinAModuleAreFreeOfCycles(String module) {
        check(slices().matching("io.mspmfa." + module + ".(*)..").should().beFreeOfCycles());
    }

    @Test
    void packagesAreNullMarked() {
        Set<JavaPackage> packages =
                PackedJar.CLASSES.stream().map(JavaClass::getPackage).collect(Collectors.toSet());
        assertThat(packages).isNotEmpty().allMatch(aPackage -> aPackage.isAnnotatedWith(NullMarked.class));
    }

    /** core is given the time; the other modules ask Keycloak's Time, which tests can move. */
    @Test
    void timeComesFromKeycloak() {
        check(noClasses()
                .should()
                .accessTargetWhere(call("read the machine's clock", ArchitectureTest::readsTheClock)));
    }

    /** Its behaviour depends on how Keycloak stores it. */
    @Test
    void singleUseObjectsAreUsedThroughTheSharedStore() {
        check(noClasses()
                .that(not(nameMatching("io\\.mspmfa\\.providers\\.store\\.SharedStore")))
                .should()
                .callMethodWhere(
                        call("singleUseObjects", access -> is(access, KeycloakSession.class, "singleUseObjects"))));
    }

    /** They compile here, and fail at run time. What stands in for them is in the package compatibility. */
    @Test
    void whatKeycloak266LacksIsNotCalled() {
        check(noClasses()
                .should()
                .accessTargetWhere(call(
                        "missing in Keycloak 26.6",
                        access -> is(access, Time.class, "currentTimeSeconds")
                                || is(access, OrganizationProvider.class, "hasOrganizations")
                                || is(access, BruteForceProtector.class, "failedLogin"))));
    }

    @Test
    void nothingSleeps() {
        check(noClasses().should().callMethodWhere(call("Thread.sleep", access -> is(access, Thread.class, "sleep"))));
    }

    @Test
    void randomNumbersAreSecure() {
        check(noClasses()
                .should()
                .callConstructorWhere(
                        call("new Random", access -> access.getTargetOwner().isEquivalentTo(Random.class)))
                .orShould()
                .callMethodWhere(call("Math.random", access -> is(access, Math.class, "random")))
                .orShould()
                .dependOnClassesThat()
                .haveFullyQualifiedName("java.util.concurrent.ThreadLocalRandom"));
    }

    @Test
    void logsByKeycloaksLogger() {
        check(NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS);
        check(NO_CLASSES_SHOULD_USE_JAVA_UTIL_LOGGING);
    }

    /** Each feature reads and writes the state of a login in a single class, which also knows when to discard it. */
    @Test
    void onlyNotesClassesAccessAuthenticationNotes() {
        check(noClasses()
                .that(not(simpleNameEndingWith("Notes")))
                .and(not(nameMatching(READERS_OF_NOTES)))
                .should()
                .callMethodWhere(call("an auth note", ArchitectureTest::touchesAuthNote)));
    }

    /** The server's options are read where a provider is initialised; code deeper down is given the values. */
    @Test
    void onlyFactoriesReadSettings() {
        Set<JavaClass> readers = PackedJar.CLASSES.stream()
                .filter(aClass -> aClass.getMethodCallsFromSelf().stream()
                        .anyMatch(call -> call.getTargetOwner().isEquivalentTo(Config.Scope.class)))
                .collect(Collectors.toSet());
        assertThat(readers)
                .isNotEmpty()
                .allMatch(reader -> reader.getSimpleName().endsWith("Factory"));
    }

    private static void check(ArchRule rule) {
        rule.check(PackedJar.CLASSES);
    }

    private static <T extends JavaAccess<?>> DescribedPredicate<T> call(String what, Predicate<T> predicate) {
        return DescribedPredicate.describe(what, predicate);
    }

    private static boolean is(JavaAccess<?> access, Class<?> owner, String name) {
        return access.getTargetOwner().isEquivalentTo(owner) && access.getName().equals(name);
    }

    private static boolean readsTheClock(JavaAccess<?> access) {
        boolean asksNow = CLOCKS.stream().anyMatch(type -> is(access, type, "now"));
        return asksNow
                || is(access, System.class, "currentTimeMillis")
                || is(access, System.class, "nanoTime")
                || is(access, Clock.class, "systemUTC")
                || is(access, Clock.class, "systemDefaultZone")
                || is(access, Clock.class, "system");
    }

    private static boolean touchesAuthNote(JavaAccess<?> access) {
        return access.getName().endsWith("AuthNote")
                && belongToAnyOf(AuthenticationSessionModel.class, CommonClientSessionModel.class)
                        .test(access.getTargetOwner());
    }
}
