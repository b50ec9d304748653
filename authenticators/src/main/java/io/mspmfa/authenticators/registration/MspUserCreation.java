// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.authenticators.registration;

import io.mspmfa.providers.enforcement.overrides.BuiltInOverride;
import io.mspmfa.providers.policy.RealmPolicies;
import jakarta.ws.rs.core.MultivaluedMap;
import org.keycloak.authentication.FormContext;
import org.keycloak.authentication.ValidationContext;
import org.keycloak.authentication.forms.RegistrationUserCreation;
import org.keycloak.userprofile.UserProfile;

/** Replaces Keycloak's {@code registration-user-creation}: in managed realms, it also reads the choice of a factor. */
public final class MspUserCreation extends RegistrationUserCreation implements BuiltInOverride, ReadsChoice {
    @Override
    public void validate(ValidationContext context) {
        if (!RegistrationChoice.refuse(context)) {
            super.validate(context);
        }
    }

    @Override
    public void success(FormContext context) {
        super.success(context);
        RegistrationChoice.keep(context);
    }

    /** Keycloak would take every field for an attribute of the user, where the realm allows any attribute. */
    @Override
    public UserProfile getOrCreateUserProfile(FormContext context, MultivaluedMap<String, String> form) {
        boolean isManaged = RealmPolicies.isManaged(context.getRealm());
        return super.getOrCreateUserProfile(context, isManaged ? RegistrationChoice.without(form) : form);
    }

    @Override
    public int order() {
        return ORDER;
    }
}
