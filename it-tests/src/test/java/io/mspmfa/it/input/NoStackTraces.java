// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.it.input;

import static org.assertj.core.api.Assertions.assertThat;

import io.mspmfa.it.realm.Tenant;
import java.util.regex.Pattern;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Asserts after each test that the server has logged none of our stack traces. */
public final class NoStackTraces implements BeforeEachCallback, AfterEachCallback {

    private static final Pattern OUR_CODE = Pattern.compile("\\bat io\\.mspmfa\\.(core|providers|authenticators)");

    private final Tenant tenant;
    private int logStart;

    public NoStackTraces(Tenant tenant) {
        this.tenant = tenant;
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        logStart = tenant.server().log().length();
    }

    @Override
    public void afterEach(ExtensionContext context) {
        assertThat(tenant.server().log().substring(logStart).lines())
                .filteredOn(line -> line.contains("Uncaught server error")
                        || OUR_CODE.matcher(line).find())
                .isEmpty();
    }
}
