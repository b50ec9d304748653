// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.bundle;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import java.lang.reflect.Modifier;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.keycloak.provider.ProviderFactory;
import org.keycloak.provider.Spi;

/** META-INF/services is written by hand; this compares it with the classes in both directions. */
class RegistrationTest {
    private static final String SERVICES = "META-INF/services/";

    record Registration(String service, String implementation) {}

    static List<Registration> registrations() {
        return PackedJar.files(SERVICES + ".+").stream()
                .flatMap(file ->
                        linesOf(file).map(line -> new Registration(file.name().substring(SERVICES.length()), line)))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("registrations")
    void registeredClassCanBeInstantiatedByKeycloak(Registration registration) throws ReflectiveOperationException {
        Class<?> service = Class.forName(registration.service());
        Class<?> implementation = Class.forName(registration.implementation());
        assertThat(service).isAssignableFrom(implementation);
        assertThat(implementation.getModifiers()).matches(Modifier::isPublic, "is public");
        assertThat(implementation.getConstructor().newInstance()).isInstanceOf(service);
    }

    @Test
    void eachFactoryIsRegisteredOnce() {
        List<String> factories = PackedJar.CLASSES.stream()
                .filter(aClass -> aClass.isAssignableTo(ProviderFactory.class) || aClass.isAssignableTo(Spi.class))
                .filter(aClass -> !aClass.isInterface())
                .filter(Predicate.not(RegistrationTest::isAbstract))
                .map(JavaClass::getFullName)
                .toList();
        assertThat(registrations())
                .extracting(Registration::implementation)
                .isNotEmpty()
                .containsExactlyInAnyOrderElementsOf(factories);
    }

    @Test
    void idsAreOursOrReplaceKeycloaksOwn() throws ReflectiveOperationException {
        for (Registration registration : registrations()) {
            Object registered = Class.forName(registration.implementation())
                    .getConstructor()
                    .newInstance();
            // an SPI of ours has no ids but ours
            boolean isOfOurSpi = registration.service().startsWith("io.mspmfa.");
            if (registered instanceof ProviderFactory<?> factory && !isOfOurSpi && !isBuiltInOverride(factory)) {
                assertThat(factory.getId()).as(registration.implementation()).startsWith("msp-");
            }
        }
    }

    private static boolean isBuiltInOverride(ProviderFactory<?> factory) {
        return PackedJar.CLASSES
                .get(factory.getClass())
                .isAssignableTo("io.mspmfa.providers.enforcement.overrides.BuiltInOverride");
    }

    private static boolean isAbstract(JavaClass aClass) {
        return aClass.getModifiers().contains(JavaModifier.ABSTRACT);
    }

    private static Stream<String> linesOf(PackedJar.File file) {
        return file.text().lines().map(String::strip).filter(line -> !line.isEmpty() && !line.startsWith("#"));
    }
}
