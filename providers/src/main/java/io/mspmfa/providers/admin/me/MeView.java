// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.providers.admin.me;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.mspmfa.providers.admin.call.AdminCall;
import io.mspmfa.providers.policy.RealmPolicies;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.services.managers.RealmManager;

/**
 * The caller, as the REST API shows it.
 *
 * @param firstName null if it isn't known
 * @param lastName null if it isn't known
 * @param side {@code reseller} with a token of {@code master}, otherwise {@code tenant}
 * @param managed whether the realm of the call has a policy or a floor; null if it is none of the caller's business
 * @param may the caller's rights in the realm of the call, as in {@link Right#word}
 * @param locale the language that the caller has chosen permanently, as a tag of BCP 47; null for none
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record MeView(
        String username,
        @Nullable String firstName,
        @Nullable String lastName,
        String side,
        @Nullable Boolean managed,
        List<String> may,
        @Nullable String locale) {

    /** Whoever makes the call. */
    public static MeView of(AdminCall call) {
        UserModel user = call.auth().adminAuth().getUser();
        RealmModel own = call.auth().adminAuth().getRealm();
        List<String> rights = Right.of(call);
        boolean isTheirs = !rights.isEmpty() || own.getId().equals(call.realm().getId());
        return new MeView(
                user.getUsername(),
                user.getFirstName(),
                user.getLastName(),
                RealmManager.isAdministrationRealm(own) ? "reseller" : "tenant",
                isTheirs ? RealmPolicies.isManaged(call.realm()) : null,
                rights,
                user.getFirstAttribute(UserModel.LOCALE));
    }
}
