// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.it.challenge;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.mspmfa.it.app.TestApp;
import io.mspmfa.it.http.Parallel;
import io.mspmfa.it.phone.CounterToken;
import io.mspmfa.it.realm.Policy;
import io.mspmfa.it.realm.Tenant;
import io.mspmfa.it.realm.User;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Counter-based tokens of a migrated realm: their button is pressed without a login, so they run ahead. */
class CounterTokenIT {

    @RegisterExtension
    static final Tenant TENANT = Tenant.managed(Policy.required().attempts(100, 1));

    private final CounterToken token = new CounterToken("oldsecretoldsecretol");

    @Test
    void R8_R9_twoConsecutiveCodesLetATokenInThatIsTwentyAheadAndNeitherWorksOnceMore() {
        User ada = owner();

        assertThat(grant(ada, 19)).isFalse();
        assertThat(grant(ada, 20)).isTrue();
        assertThat(grant(ada, 19)).isFalse();
        assertThat(grant(ada, 20)).isFalse();
        assertThat(grant(ada, 21)).isTrue();
    }

    @Test
    void R8_codesThatAreTooFarAheadOrNotConsecutiveOrOldBringNothingBack() {
        User ada = owner();
        assertThat(grant(ada, 0)).isTrue();
        assertThat(grant(ada, 1)).isTrue();

        for (long counter : List.of(22L, 23L, 12L, 14L, 14L, 13L, 0L, 1L)) {
            assertThat(grant(ada, counter)).as("code " + counter).isFalse();
        }
    }

    /** Each request reads the counter and stores a new one: the slower of two must not bring used codes back. */
    @Test
    void R9_codesSentAtOnceNeverTurnTheCounterBack() throws Exception {
        for (int round = 0; round < 5; round++) {
            User ada = owner();
            List<Boolean> accepted = Parallel.run(IntStream.rangeClosed(0, 5)
                    .<Callable<Boolean>>mapToObj(counter -> () -> grant(ada, counter))
                    .toList());

            assertThat(counter(ada)).isGreaterThan(accepted.lastIndexOf(true));
        }
    }

    @Test
    void R9_ofTwentyParallelPostsOfTheSecondCodeExactlyOneSucceeds() throws InterruptedException, ExecutionException {
        User ada = owner();
        assertThat(grant(ada, 12)).isFalse();

        List<Boolean> accepted = Parallel.run(IntStream.range(0, 20)
                .<Callable<Boolean>>mapToObj(i -> () -> grant(ada, 13))
                .toList());

        assertThat(accepted).containsOnlyOnce(true);
    }

    private User owner() {
        User user = TENANT.user();
        TENANT.changeUser(user, json -> json.putArray("credentials").add(token.credential()));
        return user;
    }

    private boolean grant(User user, long counter) {
        return TestApp.passwordGrant(TENANT, user, "otp", token.code(counter)).signedIn();
    }

    /** The stored counter: the number of the code that is expected next. */
    private static int counter(User user) throws JsonProcessingException {
        for (JsonNode credential : TENANT.credentials(user)) {
            if (credential.path("type").asText().equals("otp")) {
                String data = credential.path("credentialData").asText();
                return new ObjectMapper().readTree(data).path("counter").asInt();
            }
        }
        throw new AssertionError("The user has no token");
    }
}
