// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.providers.admin.tenants;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import io.mspmfa.core.activity.Act;
import io.mspmfa.core.activity.Deed;
import io.mspmfa.core.policy.PolicyLayer;
import io.mspmfa.core.policy.PolicyWriter;
import io.mspmfa.core.sentences.FieldFault;
import io.mspmfa.providers.admin.call.AdminCall;
import io.mspmfa.providers.admin.call.ErrorCode;
import io.mspmfa.providers.admin.call.Problem;
import io.mspmfa.providers.admin.policies.PolicyWrite;
import io.mspmfa.providers.admin.policies.WritableLayer;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.keycloak.events.admin.OperationType;
import org.keycloak.events.admin.ResourceType;
import org.keycloak.models.AdminRoles;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.representations.idm.RealmRepresentation;
import org.keycloak.services.managers.RealmManager;
import org.keycloak.services.resources.admin.AdminAuth;
import org.keycloak.services.resources.admin.AdminEventBuilder;
import org.keycloak.utils.ReservedCharValidator;
import org.keycloak.utils.ReservedCharValidator.ReservedCharException;

/**
 * Creates a realm together with its floor: as Keycloak creates realms (RealmsAdminResource.importRealm), and in one
 * transaction.
 */
final class NewTenant {
    private static final String RESERVED = ": / ? # @ ! $ & ( ) * + , ; = [ ] \\";

    private final AdminCall call;
    private final KeycloakSession session;
    private final AdminAuth auth;

    NewTenant(AdminCall call) {
        this.call = call;
        this.session = call.session();
        this.auth = call.auth().adminAuth();
    }

    /**
     * What the caller wants.
     *
     * @param realm the name of the realm
     * @param displayName empty for none
     * @param floor null for none (a server-wide default then applies)
     */
    record Wish(String realm, String displayName, @Nullable PolicyLayer floor) {
        Made made() {
            return new Made(
                    realm,
                    displayName.isEmpty() ? null : displayName,
                    floor == null ? null : PolicyWriter.write(floor));
        }
    }

    /**
     * What was created, as the REST API and the events show it.
     *
     * @param displayName null for none
     * @param floor null for none
     */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record Made(
            String realm,
            @Nullable String displayName,
            @Nullable JsonNode floor) {}

    /** Creates the realm, and returns what was created. */
    Made make(Wish wish, boolean forced) {
        refuseBadName(wish.realm());
        if (session.realms().getRealmByName(wish.realm()) != null) {
            throw Problem.of(ErrorCode.REALM_EXISTS);
        }
        RealmRepresentation representation = new RealmRepresentation();
        representation.setRealm(wish.realm());
        representation.setDisplayName(wish.displayName().isEmpty() ? null : wish.displayName());
        representation.setEnabled(true);
        RealmModel realm = new RealmManager(session).importRealm(representation);
        grantToCreator(realm);
        if (wish.floor() != null) {
            new PolicyWrite(session, realm, call.trail(), WritableLayer.FLOOR).store(wish.floor(), forced);
        }
        record(realm, representation, wish);
        return wish.made();
    }

    private static void refuseBadName(String name) {
        try {
            ReservedCharValidator.validate(name);
        } catch (ReservedCharException e) {
            throw Problem.invalid("realm", FieldFault.RESERVED_CHARACTER, RESERVED);
        }
        if (name.chars().anyMatch(Character::isISOControl)) {
            throw Problem.invalid("realm", FieldFault.CONTROL_CHARACTER);
        }
    }

    /**
     * Otherwise, a caller who may create realms could not manage the new one
     * (RealmsAdminResource.grantPermissionsToRealmCreator).
     */
    private void grantToCreator(RealmModel realm) {
        if (!auth.hasRealmRole(AdminRoles.ADMIN)) {
            Arrays.stream(AdminRoles.ALL_REALM_ROLES)
                    .map(realm.getMasterAdminClient()::getRole)
                    .forEach(auth.getUser()::grantRole);
        }
    }

    private void record(RealmModel realm, RealmRepresentation representation, Wish wish) {
        new AdminEventBuilder(
                        auth.getRealm(), auth, session, session.getContext().getConnection())
                .resource(ResourceType.REALM)
                .operation(OperationType.CREATE)
                .resourcePath(realm.getName())
                .representation(representation)
                .success();
        Act act = Act.of(Deed.TENANT_CREATED).with("floor", wish.floor() != null);
        call.trail().record(realm, OperationType.CREATE, AdminCall.ROOT + "/floor", null, wish.made(), act);
    }
}
