// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.providers.admin.tenants;

import io.mspmfa.core.policy.Mode;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/** By what a list of tenants can be sorted. Tenants with the same value are sorted by name. */
enum TenantOrder {
    NAME("name", tenant -> 0),
    USERS("users", tenant -> tenant.numbers().users()),
    ENROLLED_SHARE("enrolledShare", Tenant::enrolledShare),
    ADMINS_WITHOUT_MFA("adminsWithoutMfa", tenant -> tenant.numbers().adminsWithoutMfa()),
    /** The least strict one first, and before it those without a policy. */
    MODE("mode", tenant -> Arrays.asList(Mode.values()).indexOf(tenant.mode()));

    private final String word;

    @SuppressWarnings("ImmutableEnumChecker") // a function without state
    private final ToDoubleFunction<Tenant> value;

    TenantOrder(String word, ToDoubleFunction<Tenant> value) {
        this.word = word;
        this.value = value;
    }

    /** Where a tenant stands in the order, by which the next page begins. */
    record Place(double value, String name) {
        String text(TenantOrder order) {
            return order == NAME ? name : value + " " + name;
        }
    }

    /** The words of all, as in the API. */
    static List<String> words() {
        return Arrays.stream(values()).map(order -> order.word).toList();
    }

    /**
     * The order of a word.
     *
     * @throws IllegalArgumentException if there is none
     */
    static TenantOrder of(String word) {
        return Arrays.stream(values())
                .filter(order -> order.word.equals(word))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(word));
    }

    Place place(Tenant tenant) {
        return new Place(value.applyAsDouble(tenant), tenant.name());
    }

    /** A place as text, read again; empty if it isn't one. */
    Optional<Place> read(String text) {
        if (this == NAME) {
            return Optional.of(new Place(0, text));
        }
        int space = text.indexOf(' ');
        try {
            return space < 1
                    ? Optional.empty()
                    : Optional.of(new Place(Double.parseDouble(text.substring(0, space)), text.substring(space + 1)));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    Comparator<Place> places(boolean descending) {
        Comparator<Place> byValue = Comparator.comparingDouble(Place::value);
        Comparator<Place> byName = Comparator.comparing(Place::name);
        Comparator<Place> names = descending && this == NAME ? byName.reversed() : byName;
        return (descending ? byValue.reversed() : byValue).thenComparing(names);
    }
}
