// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.providers.sms;

import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.keycloak.Config;

/** Server options, as a factory is given them. */
public final class Options extends Config.AbstractScope {
    private final Map<String, String> values;

    private Options(Map<String, String> values) {
        this.values = values;
    }

    /** Options from names and values in turn. */
    public static Options of(Map<String, String> values) {
        return new Options(values);
    }

    @Override
    public String get(String key) {
        return values.get(key);
    }

    @Override
    protected <T> T getValue(String key, Function<String, T> conversion, Class<T> type, T defaultValue) {
        return values.containsKey(key) ? conversion.apply(values.get(key)) : defaultValue;
    }

    @Override
    public Config.Scope scope(String... scope) {
        return this;
    }

    @Override
    @SuppressWarnings("deprecation") // abstract nevertheless
    public Set<String> getPropertyNames() {
        return values.keySet();
    }

    @Override
    public Config.Scope root() {
        return this;
    }
}
