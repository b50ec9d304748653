// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.authenticators.factors.spi;

import io.mspmfa.authenticators.conversation.StepContext;
import io.mspmfa.providers.factors.spi.CredentialKind;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.keycloak.credential.CredentialModel;

/**
 * A credential on the self-service page.
 *
 * @param icon the name of its icon
 * @param title the message key of its title
 * @param label the user's name for it; null if it has none
 * @param since the date when it was set up, in the user's format; null if not known
 * @param unreadable whether it can't be read, so that the login skips it
 * @param action the task of its button; null if it has no button
 */
public record ManageRow(
        String icon,
        String title,
        @Nullable String label,
        @Nullable String since,
        boolean unreadable,
        @Nullable String action) {

    /** The row of a credential. */
    public static ManageRow of(
            StepContext step,
            CredentialKind kind,
            CredentialModel credential,
            String icon,
            String title,
            @Nullable String action) {
        Long created = credential.getCreatedDate();
        String since = created == null || created <= 0 ? null : step.day(Instant.ofEpochMilli(created));
        return new ManageRow(icon, title, credential.getUserLabel(), since, !kind.isUsable(credential), action);
    }

    /** The values for the page, because Keycloak's templates can't read records. */
    public Map<String, @Nullable Object> model() {
        Map<String, @Nullable Object> model = new HashMap<>();
        model.put("icon", icon);
        model.put("title", title);
        model.put("label", label);
        model.put("since", since);
        model.put("unreadable", unreadable);
        model.put("action", action);
        return model;
    }
}
