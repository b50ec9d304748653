// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.it.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.mspmfa.it.http.Answer;
import java.util.List;

/**
 * The results of one attack in both places.
 *
 * @param managed the results in managed realms, with warm caches and with cold ones
 */
record Row(Outcome stock, List<Outcome> managed) {

    /**
     * @param refusals what the server refused to the tenant's administrator
     * @param actionsBefore the realm's required actions before the attack
     * @param actionsAfter the same after the attack
     */
    record Outcome(Loot loot, List<Answer> refusals, JsonNode actionsBefore, JsonNode actionsAfter) {}

    /** On stock Keycloak, the attack succeeds. */
    Row worksOnStock() {
        assertThat(stock.loot().tokens()).as("on stock: %s", stock.loot()).isTrue();
        return this;
    }

    /** On stock Keycloak, the attacker reaches a page that should be out of reach. */
    Row leadsOnStockTo(String page) {
        assertThat(stock.loot().where()).as("on stock: %s", stock.loot()).isEqualTo(page);
        return this;
    }

    /** Stock Keycloak withstands this attack by itself: the row shows that we have not opened anything. */
    Row failsOnStockToo() {
        assertThat(stock.loot().tokens()).as("on stock: %s", stock.loot()).isFalse();
        return this;
    }

    /**
     * In managed realms: no token, no session, and the attack ends on one of these pages or with one of these OAuth
     * errors.
     */
    Row endsAt(String... places) {
        return endsWithSessions(0, places);
    }

    /** In managed realms: no token. The earlier session remains, as documented, but there is no other. */
    Row endsInTheOldSessionAt(String... places) {
        return endsWithSessions(1, places);
    }

    private Row endsWithSessions(int sessions, String... places) {
        for (Outcome outcome : managed) {
            Loot loot = outcome.loot();
            assertThat(loot.tokens()).as("tokens %s: %s", place(outcome), loot).isFalse();
            assertThat(loot.sessions())
                    .as("sessions %s: %s", place(outcome), loot)
                    .isEqualTo(sessions);
            assertThat(places).as("%s: %s", place(outcome), loot).contains(loot.where());
        }
        return this;
    }

    /** In managed realms, the attack still yields tokens: documented as not prevented. */
    Row staysOpenAsDocumented() {
        for (Outcome outcome : managed) {
            assertThat(outcome.loot().tokens())
                    .as("%s: %s", place(outcome), outcome.loot())
                    .isTrue();
        }
        return this;
    }

    /** In managed realms, the administrator was refused with a reason, and nothing of the change remains. */
    Row isRefused() {
        for (Outcome outcome : managed) {
            assertThat(outcome.actionsAfter())
                    .as("required actions %s", place(outcome))
                    .isEqualTo(outcome.actionsBefore());
        }
        return isRefusedInTheEnd();
    }

    /** The same, but harmless steps before the refused one are kept. */
    Row isRefusedInTheEnd() {
        managed.forEach(this::assertRefused);
        return this;
    }

    private void assertRefused(Outcome outcome) {
        assertThat(outcome.refusals()).as("refusals %s", place(outcome)).isNotEmpty();
        for (Answer refusal : outcome.refusals()) {
            String reason = refusal.json().path("errorMessage").asText();
            assertThat(reason).as(refusal.body()).matches("(?s)[A-Z].{20,}\\.");
        }
        assertThat(outcome.actionsAfter().path(0))
                .as("first of the required actions %s", place(outcome))
                .isEqualTo(outcome.actionsBefore().path(0));
    }

    private String place(Outcome outcome) {
        return "under the floor, with " + (managed.indexOf(outcome) == 0 ? "warm" : "cold") + " caches";
    }
}
