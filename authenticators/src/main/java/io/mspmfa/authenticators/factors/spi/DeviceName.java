// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.authenticators.factors.spi;

import io.mspmfa.authenticators.conversation.StepContext;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.keycloak.credential.CredentialModel;
import org.keycloak.models.UserModel;

/**
 * A user's own name for a factor. Keycloak accepts each name once per user and type of credential, in any case
 * (JpaUserCredentialStore).
 *
 * @param text without control characters; empty for no name
 */
public record DeviceName(String text) {
    /** The field on the pages. */
    public static final String FIELD = "userLabel";

    private static final int LONGEST = 60;

    /** The name that was posted. */
    public static DeviceName posted(StepContext step) {
        return new DeviceName(step.input(FIELD).replaceAll("\\p{Cntrl}", "").strip());
    }

    /**
     * Why it can't be used, as a message key; empty if it can.
     *
     * @param type the type of credential
     * @param except the ids of credentials that may have this name, because they will be gone
     */
    public Optional<String> objection(UserModel user, String type, Set<String> except) {
        if (text.length() > LONGEST) {
            return Optional.of("mspMfaLabelTooLong");
        }
        boolean isTaken = credentials(user, type)
                .filter(credential -> !except.contains(credential.getId()))
                .anyMatch(credential -> text.equalsIgnoreCase(credential.getUserLabel()));
        return isTaken && !text.isEmpty() ? Optional.of("mspMfaLabelTaken") : Optional.empty();
    }

    /** The name to store: with a number if another request has taken it meanwhile; null if there is none. */
    public @Nullable String free(UserModel user, String type) {
        if (text.isEmpty()) {
            return null;
        }
        DeviceName name = this;
        for (int number = 2; name.objection(user, type, Set.of()).isPresent(); number++) {
            String suffix = " " + number;
            String start = text.substring(0, Math.min(text.length(), LONGEST - suffix.length()));
            name = new DeviceName(start + suffix);
        }
        return name.text;
    }

    private static Stream<CredentialModel> credentials(UserModel user, String type) {
        return user.credentialManager().getStoredCredentialsByTypeStream(type);
    }
}
