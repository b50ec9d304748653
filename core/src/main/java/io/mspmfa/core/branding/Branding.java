// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.core.branding;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/**
 * What one layer says about a brand, or what follows from several.
 *
 * @param values of the fields that are set, each of which has been checked
 */
public record Branding(Map<BrandField, String> values) {
    /** Says nothing. */
    public static final Branding NONE = new Branding(Map.of());

    public Branding {
        values = Map.copyOf(values);
    }

    public Optional<String> get(BrandField field) {
        return Optional.ofNullable(values.get(field));
    }

    /** Whether a flag is set and true. */
    public boolean says(BrandField flag) {
        return get(flag).filter("true"::equals).isPresent();
    }

    /** The same without a field. */
    public Branding without(BrandField field) {
        Map<BrandField, String> others = new EnumMap<>(BrandField.class);
        others.putAll(values);
        others.remove(field);
        return new Branding(others);
    }

    /** The same on top of another layer, whose fields hold where this one says nothing. */
    public Branding over(Branding inherited) {
        Map<BrandField, String> merged = new EnumMap<>(BrandField.class);
        merged.putAll(inherited.values);
        merged.putAll(values);
        return new Branding(merged);
    }

    /** The document, with the fields in their order. */
    public ObjectNode json() {
        ObjectNode document = JsonNodeFactory.instance.objectNode();
        for (BrandField field : BrandField.values()) {
            get(field).ifPresent(value -> put(document, field, value));
        }
        return document;
    }

    private static void put(ObjectNode document, BrandField field, String value) {
        String path = field.path();
        int dot = path.indexOf('.');
        if (field.isFlag()) {
            document.put(path, Boolean.parseBoolean(value));
        } else if (dot < 0) {
            document.put(path, value);
        } else {
            document.withObjectProperty(path.substring(0, dot)).put(path.substring(dot + 1), value);
        }
    }
}
