// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.providers.admin.branding;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mspmfa.core.activity.Act;
import io.mspmfa.core.activity.Deed;
import io.mspmfa.core.branding.Branding;
import io.mspmfa.core.branding.BrandingReader;
import io.mspmfa.providers.admin.call.AdminCall;
import io.mspmfa.providers.admin.call.AdminTrail;
import io.mspmfa.providers.admin.call.ChangedFields;
import io.mspmfa.providers.admin.call.EntityTag;
import io.mspmfa.providers.admin.call.ErrorCode;
import io.mspmfa.providers.admin.call.LockedRealm;
import io.mspmfa.providers.admin.call.Problem;
import io.mspmfa.providers.branding.BrandLayer;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.keycloak.events.admin.OperationType;
import org.keycloak.models.RealmModel;

/** The only class that writes brands. Stores a layer, and records the change in the same transaction. */
final class BrandingWrite {
    private static final String PATH = AdminCall.ROOT + "/branding";

    private final RealmModel realm;
    private final AdminTrail trail;
    private final BrandLayer layer;

    private BrandingWrite(RealmModel realm, AdminTrail trail, BrandLayer layer) {
        this.realm = realm;
        this.trail = trail;
        this.layer = layer;
    }

    /**
     * Writes in a separate transaction, with the realm locked.
     *
     * @param wanted the tag of what the caller has read; null if any is accepted
     */
    static void run(AdminCall call, BrandLayer layer, @Nullable String wanted, Consumer<BrandingWrite> work) {
        LockedRealm.run(call.session(), call.realm().getId(), (session, realm) -> {
            requireAllowed(realm, layer);
            EntityTag.check(wanted, tag(realm, layer));
            work.accept(new BrandingWrite(realm, call.trail().in(session), layer));
        });
    }

    /** Refuses a tenant whose provider doesn't allow it a brand of its own. */
    static void requireAllowed(RealmModel realm, BrandLayer layer) {
        if (!BrandingView.mayChange(realm, layer)) {
            throw Problem.of(ErrorCode.BRANDING_NOT_ALLOWED);
        }
    }

    /** The tag of a stored layer. */
    static String tag(RealmModel realm, BrandLayer layer) {
        return EntityTag.of(layer + "\n" + layer.text(realm).orElse("-"));
    }

    void put(Branding next) {
        Optional<String> before = layer.text(realm);
        layer.store(realm, next.json().toString());
        record(before.isEmpty() ? OperationType.CREATE : OperationType.UPDATE, before, BrandingRecord.of(next));
    }

    void delete() {
        Optional<String> before = layer.text(realm);
        if (before.isPresent()) {
            layer.remove(realm);
            record(OperationType.DELETE, before, null);
        }
    }

    private void record(OperationType operation, Optional<String> before, @Nullable ObjectNode after) {
        ObjectNode stored = before.map(
                        json -> BrandingRecord.of(BrandingReader.read(json).branding()))
                .orElse(null);
        Act act = Act.of(after == null ? Deed.BRANDING_REMOVED : Deed.BRANDING_CHANGED)
                .with("fields", ChangedFields.between(stored, after));
        trail.record(realm, operation, PATH, stored, after, act);
    }
}
