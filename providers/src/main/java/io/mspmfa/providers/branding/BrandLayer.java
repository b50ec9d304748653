// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.providers.branding;

import io.mspmfa.core.branding.Branding;
import io.mspmfa.core.branding.BrandingReader;
import io.mspmfa.providers.policy.Floors;
import java.util.Optional;
import org.keycloak.models.ClientModel;
import org.keycloak.models.RealmModel;
import org.keycloak.services.managers.RealmManager;

/** Where the documents are stored that a realm's brand is made of. All are part of Keycloak's realm cache. */
public enum BrandLayer {
    /** The provider's brand for all tenants: an attribute of {@code master}. */
    COMMON("provider") {
        @Override
        public Optional<String> text(RealmModel realm) {
            return master(realm).map(master -> master.getAttribute(ATTRIBUTE));
        }

        @Override
        public void store(RealmModel realm, String json) {
            realm.setAttribute(ATTRIBUTE, json);
        }

        @Override
        public void remove(RealmModel realm) {
            realm.removeAttribute(ATTRIBUTE);
        }
    },

    /** The provider's brand for one tenant, out of the tenant's reach like a floor. */
    PROVIDER("provider") {
        @Override
        public Optional<String> text(RealmModel realm) {
            return RealmManager.isAdministrationRealm(realm) ? Optional.empty() : Floors.attribute(realm, ATTRIBUTE);
        }

        @Override
        public void store(RealmModel realm, String json) {
            Floors.setAttribute(realm, ATTRIBUTE, json);
        }

        @Override
        public void remove(RealmModel realm) {
            Floors.removeAttribute(realm, ATTRIBUTE);
        }
    },

    /** The tenant's own brand: an attribute of its realm, which counts where the provider allows it. */
    TENANT("tenant") {
        @Override
        public Optional<String> text(RealmModel realm) {
            return RealmManager.isAdministrationRealm(realm)
                    ? Optional.empty()
                    : Optional.ofNullable(realm.getAttribute(ATTRIBUTE));
        }

        @Override
        public void store(RealmModel realm, String json) {
            realm.setAttribute(ATTRIBUTE, json);
        }

        @Override
        public void remove(RealmModel realm) {
            realm.removeAttribute(ATTRIBUTE);
        }
    };

    /** The attribute that contains a layer as JSON. */
    public static final String ATTRIBUTE = "msp.branding";

    private final String word;

    BrandLayer(String word) {
        this.word = word;
    }

    /** Whose it is, as the REST API says. */
    public String word() {
        return word;
    }

    /** The stored document; empty for none. */
    public abstract Optional<String> text(RealmModel realm);

    /** Stores a document; {@link #COMMON} in {@code master} only. */
    public abstract void store(RealmModel realm, String json);

    /** Removes the document; {@link #COMMON} in {@code master} only. */
    public abstract void remove(RealmModel realm);

    /** What the stored document says, as far as it can be read. */
    public Branding stored(RealmModel realm) {
        return text(realm).map(json -> BrandingReader.read(json).branding()).orElse(Branding.NONE);
    }

    private static Optional<RealmModel> master(RealmModel realm) {
        if (RealmManager.isAdministrationRealm(realm)) {
            return Optional.of(realm);
        }
        return Optional.ofNullable(realm.getMasterAdminClient()).map(ClientModel::getRealm);
    }
}
