// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.it.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.mspmfa.it.http.Answer;
import java.util.List;

/**
 * What came of one attack in both places.
 *
 * @param managed what came of it under the floor, with warm caches and with cold ones
 */
record Row(Outcome stock, List<Outcome> managed) {

    /**
     * @param refusals what the tenant's administrator was not allowed to do
     * @param actionsBefore the realm's required actions before the attack
     * @param actionsAfter and after it
     */
    record Outcome(Loot loot, List<Answer> refusals, JsonNode actionsBefore, JsonNode actionsAfter) {}

    /** On stock Keycloak the attacker is in. */
    Row worksOnStock() {
        assertThat(stock.loot().tokens()).as("on stock: %s", stock.loot()).isTrue();
        return this;
    }

    /** On stock Keycloak the attacker gets to a page where he must not be. */
    Row leadsOnStockTo(String page) {
        assertThat(stock.loot().where()).as("on stock: %s", stock.loot()).isEqualTo(page);
        return this;
    }

    /** Stock Keycloak withstands this one itself: the row shows that we opened nothing. */
    Row failsOnStockToo() {
        assertThat(stock.loot().tokens()).as("on stock: %s", stock.loot()).isFalse();
        return this;
    }

    /** Under the floor: no token, no session, and the attack ends at one of these pages or OAuth errors. */
    Row endsAt(String... places) {
        return endsWithSessions(0, places);
    }

    /** Under the floor: no token. The session from before is left, as documented, but no other. */
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

    /** Under the floor the attack still yields tokens: documented as not closed. */
    Row staysOpenAsDocumented() {
        for (Outcome outcome : managed) {
            assertThat(outcome.loot().tokens())
                    .as("%s: %s", place(outcome), outcome.loot())
                    .isTrue();
        }
        return this;
    }

    /** Under the floor the administrator was refused, with a reason, and nothing of the change is left. */
    Row isRefused() {
        for (Outcome outcome : managed) {
            assertThat(outcome.actionsAfter())
                    .as("required actions %s", place(outcome))
                    .isEqualTo(outcome.actionsBefore());
        }
        return isRefusedInTheEnd();
    }

    /** The same, but harmless steps before the one that was refused are kept. */
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
