// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.it.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.mspmfa.it.http.Answer;
import java.util.List;

/** What came of one attack in both places. */
record Row(Outcome stock, Outcome managed) {

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
        Loot loot = managed.loot();
        assertThat(loot.tokens()).as("tokens under the floor: %s", loot).isFalse();
        assertThat(loot.sessions()).as("sessions under the floor: %s", loot).isZero();
        assertThat(places).as("under the floor: %s", loot).contains(loot.where());
        return this;
    }

    /** Under the floor: no token. The session from before is left, as documented, but no other. */
    Row endsInTheOldSessionAt(String... places) {
        Loot loot = managed.loot();
        assertThat(loot.tokens()).as("tokens under the floor: %s", loot).isFalse();
        assertThat(loot.sessions()).as("sessions under the floor: %s", loot).isEqualTo(1);
        assertThat(places).as("under the floor: %s", loot).contains(loot.where());
        return this;
    }

    /** Under the floor the attack still yields tokens: documented as not closed. */
    Row staysOpenAsDocumented() {
        assertThat(managed.loot().tokens())
                .as("under the floor: %s", managed.loot())
                .isTrue();
        return this;
    }

    /** Under the floor the administrator was refused, with a reason, and nothing of the change is left. */
    Row isRefused() {
        assertThat(managed.actionsAfter()).as("required actions").isEqualTo(managed.actionsBefore());
        return isRefusedInTheEnd();
    }

    /** The same, but harmless steps before the one that was refused are kept. */
    Row isRefusedInTheEnd() {
        assertThat(managed.refusals()).as("refusals under the floor").isNotEmpty();
        for (Answer refusal : managed.refusals()) {
            String reason = refusal.json().path("errorMessage").asText();
            assertThat(reason).as(refusal.body()).matches("(?s)[A-Z].{20,}\\.");
        }
        assertThat(managed.actionsAfter().path(0))
                .as("first of the required actions")
                .isEqualTo(managed.actionsBefore().path(0));
        return this;
    }
}
