// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.it.challenge;

import static org.assertj.core.api.Assertions.assertThat;

import io.mspmfa.it.Story;
import io.mspmfa.it.Story.Enrolled;
import io.mspmfa.it.app.TestApp;
import io.mspmfa.it.app.TokenResult;
import io.mspmfa.it.phone.CounterToken;
import io.mspmfa.it.realm.Policy;
import io.mspmfa.it.realm.Tenant;
import io.mspmfa.it.realm.User;
import io.mspmfa.it.server.ServerProbe;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Logins whose transaction fails, as when the database goes away: nothing that they used counts as used. */
class FailedLoginIT {
    @RegisterExtension
    static final Tenant TENANT = Tenant.managed(Policy.required());

    @BeforeAll
    static void loginsCanFail() {
        TENANT.change(realm -> realm.withArray("eventsListeners").add(ServerProbe.BROKEN_COMMIT));
    }

    @Test
    void A41_R3_aBackupCodeOfAFailedLoginCanBeUsedOnceMore() {
        User ada = TENANT.user();
        Enrolled enrolled = Story.enrol(TENANT, ada);

        assertWorksOnceAfterAFailure(() -> TestApp.passwordGrant(TENANT, ada, "backup_code", enrolled.code(1)));
    }

    @Test
    void R9_aCounterBasedCodeOfAFailedLoginCanBeUsedOnceMore() {
        User ada = TENANT.user();
        CounterToken token = new CounterToken("oldsecretoldsecretol");
        TENANT.changeUser(ada, json -> json.putArray("credentials").add(token.credential()));

        assertWorksOnceAfterAFailure(() -> TestApp.passwordGrant(TENANT, ada, "otp", token.code(0)));
    }

    private static void assertWorksOnceAfterAFailure(Supplier<TokenResult> login) {
        TENANT.probe()
                .duringBrokenCommits(() -> assertThat(login.get().signedIn()).isFalse());

        assertThat(login.get().signedIn()).isTrue();
        assertThat(login.get().signedIn()).isFalse();
    }
}
