// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.it.browser;

import static org.assertj.core.api.Assertions.assertThat;

import io.mspmfa.it.realm.Tenant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;

/**
 * Provides devices and, after the test, asserts that none of them had any trouble. Keeps evidence of failures in
 * {@code target/failures}.
 */
public final class Devices implements BeforeEachCallback, AfterEachCallback {

    private final @Nullable Tenant tenant;
    private final List<Device> open = new ArrayList<>();
    private Predicate<String> expected = trouble -> false;
    private @Nullable Chromium chromium;

    public Devices(Tenant tenant) {
        this.tenant = tenant;
    }

    /** For realms that are made in the test. */
    public Devices() {
        this.tenant = null;
    }

    /** For tests in which some trouble belongs to the story. */
    public Devices expecting(Predicate<String> trouble) {
        expected = trouble;
        return this;
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        chromium = context.getRoot()
                .getStore(Namespace.create(Chromium.class))
                .getOrComputeIfAbsent(Chromium.class, key -> new Chromium(), Chromium.class);
    }

    public Device open() {
        return open(Look.DESKTOP);
    }

    public Device open(Look look) {
        return open(look, Objects.requireNonNull(tenant, "no realm for all devices"));
    }

    public Device open(Look look, Tenant other) {
        if (chromium == null) {
            throw new IllegalStateException("Only inside a test");
        }
        Device device = new Device(other, chromium.browser().newContext(look.options()), look);
        open.add(device);
        return device;
    }

    /** The device that was opened last. */
    public Device last() {
        return open.get(open.size() - 1);
    }

    /** Every address that any device in the test has requested. */
    public List<String> addresses() {
        return open.stream().flatMap(device -> device.addresses().stream()).toList();
    }

    @Override
    public void afterEach(ExtensionContext context) {
        try {
            if (context.getExecutionException().isPresent()) {
                saveEvidence(context);
            } else {
                assertThat(open)
                        .flatExtracting(Device::troubles)
                        .filteredOn(expected.negate())
                        .as("troubles in the browser")
                        .isEmpty();
            }
        } finally {
            open.forEach(Device::close);
            open.clear();
        }
    }

    private void saveEvidence(ExtensionContext context) {
        String name = context.getRequiredTestClass().getSimpleName() + "."
                + context.getRequiredTestMethod().getName();
        for (int i = 0; i < open.size(); i++) {
            open.get(i).saveEvidence(name + "-device" + i);
        }
    }
}
