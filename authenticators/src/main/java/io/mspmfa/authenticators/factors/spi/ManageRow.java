// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.authenticators.factors.spi;

import io.mspmfa.authenticators.conversation.StepContext;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.keycloak.credential.CredentialModel;

/**
 * A credential on the page of self-service.
 *
 * @param icon the name of its picture
 * @param title the key of what it is
 * @param label what the user calls it; null where it has no name
 * @param since the day on which it was set up, as the user writes it; null where not known
 * @param action the button's task; null where there is nothing to be done with it here
 */
public record ManageRow(
        String icon,
        String title,
        @Nullable String label,
        @Nullable String since,
        @Nullable String action) {

    /** The row of a credential. */
    public static ManageRow of(
            StepContext step, CredentialModel credential, String icon, String title, @Nullable String action) {
        Long created = credential.getCreatedDate();
        String since = created == null || created <= 0 ? null : step.day(Instant.ofEpochMilli(created));
        return new ManageRow(icon, title, credential.getUserLabel(), since, action);
    }

    /** The values for the page: templates of Keycloak's do not read records. */
    public Map<String, @Nullable Object> model() {
        Map<String, @Nullable Object> model = new HashMap<>();
        model.put("icon", icon);
        model.put("title", title);
        model.put("label", label);
        model.put("since", since);
        model.put("action", action);
        return model;
    }
}
