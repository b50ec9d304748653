// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.providers.enforcement.realms;

import io.mspmfa.core.policy.PolicyReader;
import io.mspmfa.core.policy.PolicyRefusedException;
import io.mspmfa.providers.language.Wording;
import io.mspmfa.providers.policy.RealmPolicies;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.keycloak.events.admin.AdminEvent;
import org.keycloak.events.admin.OperationType;
import org.keycloak.events.admin.ResourceType;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.OrganizationModel;
import org.keycloak.models.RealmModel;
import org.keycloak.organization.OrganizationProvider;

/**
 * Refuses to save a realm or an organisation over Keycloak's REST API with a policy that can't be read, whoever saves.
 * A policy that gets in by any other way, such as an import, is accepted and means that MFA is required (R38).
 */
public final class PolicyGuard {
    private static final Pattern ORGANIZATION = Pattern.compile("organizations/([^/]+)");

    private final KeycloakSession session;

    /** @param session Keycloak's session of this request */
    public PolicyGuard(KeycloakSession session) {
        this.session = session;
    }

    /**
     * Checks the policy of what was saved, in the transaction of the change.
     *
     * @param realm a managed realm
     */
    public void inspect(RealmModel realm, AdminEvent event) {
        if (event.getResourceType() == ResourceType.REALM && isSaved(event)) {
            RealmPolicies.ownText(realm).ifPresent(json -> refuseUnreadable("realm", json));
        } else if (event.getResourceType() == ResourceType.ORGANIZATION) {
            inspectOrganization(event);
        }
    }

    /** Parts of a realm that are saved by themselves have a path. */
    private static boolean isSaved(AdminEvent event) {
        return event.getOperationType() == OperationType.UPDATE && event.getResourcePath() == null;
    }

    private void inspectOrganization(AdminEvent event) {
        String path = event.getResourcePath() == null ? "" : event.getResourcePath();
        Matcher saved = ORGANIZATION.matcher(path);
        OrganizationProvider organizations = session.getProvider(OrganizationProvider.class);
        OrganizationModel organization =
                saved.matches() && organizations != null ? organizations.getById(saved.group(1)) : null;
        if (organization == null) {
            return;
        }
        List<String> texts = organization.getAttributes().getOrDefault(RealmPolicies.ATTRIBUTE, List.of());
        if (texts.size() > 1) {
            refuse("organisation", "it must have a single value");
        }
        texts.forEach(json -> refuseUnreadable("organisation", json));
    }

    private void refuseUnreadable(String owner, String json) {
        try {
            PolicyReader.read(json);
        } catch (PolicyRefusedException e) {
            refuse(owner, Wording.english(e.problems()));
        }
    }

    private void refuse(String owner, String problems) {
        String reason = "The MFA policy of the " + owner + ", its attribute " + RealmPolicies.ATTRIBUTE
                + ", can't be saved like this: " + problems + ".";
        Veto.enlist(session, reason, Response.Status.BAD_REQUEST);
    }
}
