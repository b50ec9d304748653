// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.providers.admin.tenants;

import static org.assertj.core.api.Assertions.assertThat;

import io.mspmfa.providers.admin.tenants.TenantOrder.Place;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TenantOrderTest {
    private static final Place ACME = new Place(0.25, "acme");
    private static final Place GLOBEX = new Place(0.25, "globex with spaces");
    private static final Place INITECH = new Place(1, "initech");

    @Test
    void tenantsWithTheSameValueAreSortedByNameWhicheverWay() {
        assertThat(sorted(TenantOrder.ENROLLED_SHARE, false)).containsExactly(ACME, GLOBEX, INITECH);
        assertThat(sorted(TenantOrder.ENROLLED_SHARE, true)).containsExactly(INITECH, ACME, GLOBEX);
        assertThat(TenantOrder.NAME.places(true).compare(new Place(0, "a"), new Place(0, "b")))
                .isPositive();
    }

    @Test
    void aPlaceIsReadBackFromItsText() {
        assertThat(TenantOrder.USERS.read(GLOBEX.text(TenantOrder.USERS))).contains(GLOBEX);
        assertThat(TenantOrder.NAME.read("any thing")).contains(new Place(0, "any thing"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "acme", " acme", "x acme", "0.25"})
    void otherTextIsNoPlace(String text) {
        assertThat(TenantOrder.USERS.read(text)).isEmpty();
    }

    private static List<Place> sorted(TenantOrder order, boolean descending) {
        return Stream.of(INITECH, GLOBEX, ACME).sorted(order.places(descending)).toList();
    }
}
