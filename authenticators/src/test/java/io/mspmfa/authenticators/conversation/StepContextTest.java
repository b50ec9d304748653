// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.authenticators.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.mspmfa.providers.compatibility.Readiness;
import jakarta.ws.rs.core.Response;
import java.lang.reflect.Proxy;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.keycloak.events.EventBuilder;
import org.keycloak.forms.login.LoginFormsProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.UserModel;
import org.keycloak.provider.ProviderFactory;
import org.keycloak.sessions.AuthenticationSessionModel;

class StepContextTest {
    /** There is no JAX-RS implementation here to create one, and a step only passes it on. */
    @SuppressWarnings("NullAway")
    private static final Response PAGE = null;

    @ParameterizedTest
    @ValueSource(strings = {"show", "failure", "finish", "abort"})
    void P46_holdWhenATurnHasOneOutcomeThenThatOutcomeCounts(String outcome) {
        FakeStep step = new FakeStep();

        step.hold(turn(outcome));

        assertThat(step.outcomes).containsExactly(outcome);
    }

    @Test
    void P46_holdWhenATurnHasNoOutcomeThenTheRequestFails() {
        FakeStep step = new FakeStep();

        assertThatIllegalStateException().isThrownBy(() -> step.hold(unused -> {}));

        assertThat(step.outcomes).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"show", "failure", "finish", "abort"})
    void P46_holdWhenATurnHasASecondOutcomeThenTheRequestFails(String second) {
        FakeStep step = new FakeStep();

        assertThatIllegalStateException()
                .isThrownBy(() -> step.hold(turn("show").andThen(turn(second))));

        assertThat(step.outcomes).containsExactly("show");
    }

    private static Consumer<StepContext> turn(String outcome) {
        return switch (outcome) {
            case "show" -> step -> step.show(PAGE);
            case "failure" -> step -> step.showFailure(PAGE);
            case "finish" -> StepContext::finish;
            default -> step -> step.abort(PAGE);
        };
    }

    /** Records the outcome of a turn. */
    private static final class FakeStep extends StepContext {
        private final List<String> outcomes = new ArrayList<>();

        @Override
        protected void answerWith(Response page) {
            outcomes.add("show");
        }

        @Override
        protected void answerFailureWith(Response page) {
            outcomes.add("failure");
        }

        @Override
        protected void letGoOn() {
            outcomes.add("finish");
        }

        @Override
        protected void letGoOnWithout() {
            throw new AssertionError("Not expected");
        }

        @Override
        protected void cutOffWith(Response page) {
            outcomes.add("abort");
        }

        @Override
        public String id() {
            return "step";
        }

        /** Of a server on which everything is in place. */
        @Override
        public KeycloakSession session() {
            Object readiness = fake(true, ProviderFactory.class, Readiness.class);
            return (KeycloakSession) fake(fake(readiness, KeycloakSessionFactory.class), KeycloakSession.class);
        }

        /** Something that gives one answer to everything. */
        private static Object fake(Object answer, Class<?>... types) {
            return Proxy.newProxyInstance(
                    StepContextTest.class.getClassLoader(), types, (proxy, method, arguments) -> answer);
        }

        @Override
        public UserModel user() {
            throw new UnsupportedOperationException();
        }

        @Override
        public AuthenticationSessionModel authSession() {
            throw new UnsupportedOperationException();
        }

        @Override
        public EventBuilder newEvent() {
            throw new UnsupportedOperationException();
        }

        @Override
        protected LoginFormsProvider form() {
            throw new UnsupportedOperationException();
        }

        @Override
        public URI refreshUri() {
            throw new UnsupportedOperationException();
        }

        @Override
        public boolean isCancellable() {
            return false;
        }
    }
}
