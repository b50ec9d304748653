// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.providers.admin.policies;

import io.mspmfa.core.activity.Deed;
import io.mspmfa.core.policy.Exemptions;
import io.mspmfa.core.policy.Mode;
import io.mspmfa.core.policy.Policy;
import io.mspmfa.core.policy.PolicyField;
import io.mspmfa.core.policy.PolicyLayer;
import io.mspmfa.core.sentences.FieldProblem;
import io.mspmfa.providers.admin.call.ErrorCode;
import io.mspmfa.providers.admin.call.Problem;
import io.mspmfa.providers.devices.CurrentTerms;
import io.mspmfa.providers.enforcement.audit.PolicyWatch;
import io.mspmfa.providers.policy.Floors;
import io.mspmfa.providers.policy.RealmPolicies;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.keycloak.models.RealmModel;
import org.keycloak.services.managers.RealmManager;

/** The two layers of a realm's policy that the REST API can write. */
public enum WritableLayer {
    /** The realm's own policy. */
    OWN("policy", Deed.POLICY_CHANGED, Deed.POLICY_REMOVED) {
        @Override
        Optional<String> text(RealmModel realm) {
            return RealmPolicies.ownText(realm);
        }

        @Override
        void store(RealmModel realm, String json) {
            realm.setAttribute(RealmPolicies.ATTRIBUTE, json);
            PolicyWatch.remember(realm);
        }

        @Override
        void remove(RealmModel realm) {
            realm.removeAttribute(RealmPolicies.ATTRIBUTE);
            PolicyWatch.remember(realm);
        }

        /** A tenant may require more than the reseller, but never less, and can't set what is the reseller's. */
        @Override
        void refuse(RealmModel realm, PolicyLayer next) {
            if (!reserved(realm, next).isEmpty()) {
                throw Problem.of(ErrorCode.INVALID_POLICY, reserved(realm, next));
            }
            if (!weaker(realm, next).isEmpty()) {
                throw Problem.of(ErrorCode.WEAKER_THAN_FLOOR, weaker(realm, next));
            }
        }

        @Override
        List<FieldProblem> refused(RealmModel realm, PolicyLayer next) {
            return Stream.concat(reserved(realm, next).stream(), weaker(realm, next).stream())
                    .toList();
        }

        private static List<FieldProblem> reserved(RealmModel realm, PolicyLayer next) {
            return RealmManager.isAdministrationRealm(realm) ? List.of() : next.reserved();
        }

        private static List<FieldProblem> weaker(RealmModel realm, PolicyLayer next) {
            return Floors.layer(realm).map(next::weakerThan).orElse(List.of());
        }

        @Override
        Policy mergedWith(RealmModel realm, PolicyLayer next) {
            return merged(Floors.layer(realm), Optional.of(next));
        }
    },

    /** The reseller's floor. It may be weaker than the realm's own policy, which then continues to apply. */
    FLOOR("floor", Deed.FLOOR_CHANGED, Deed.FLOOR_REMOVED) {
        @Override
        Optional<String> text(RealmModel realm) {
            return Floors.text(realm);
        }

        @Override
        void store(RealmModel realm, String json) {
            boolean wasThere = Floors.text(realm).isPresent();
            boolean required = requires(realm);
            Floors.setAttribute(realm, Floors.ATTRIBUTE, json);
            if (!wasThere || (!required && requires(realm))) {
                CurrentTerms.beginAnew(realm);
            }
        }

        private boolean requires(RealmModel realm) {
            return Floors.layer(realm)
                    .flatMap(layer -> layer.get(PolicyField.MODE))
                    .filter(mode -> mode == Mode.REQUIRED || mode == Mode.ADAPTIVE)
                    .isPresent();
        }

        @Override
        void remove(RealmModel realm) {
            Floors.removeAttribute(realm, Floors.ATTRIBUTE);
        }

        @Override
        void refuse(RealmModel realm, PolicyLayer next) {
            requireOf(realm);
        }

        /** Master belongs to the reseller, so nobody could set a floor above it. */
        @Override
        void requireOf(RealmModel realm) {
            if (RealmManager.isAdministrationRealm(realm)) {
                throw Problem.of(ErrorCode.NO_FLOOR_FOR_MASTER);
            }
        }

        @Override
        Policy mergedWith(RealmModel realm, PolicyLayer next) {
            return merged(Optional.of(Exemptions.closed(next)), RealmPolicies.own(realm));
        }
    };

    private final String word;
    private final Deed changed;
    private final Deed removed;

    WritableLayer(String word, Deed changed, Deed removed) {
        this.word = word;
        this.changed = changed;
        this.removed = removed;
    }

    /** What the record of activity calls setting it. */
    Deed changed() {
        return changed;
    }

    /** What the record of activity calls removing it. */
    Deed removed() {
        return removed;
    }

    /** The last segment of its address. */
    String word() {
        return word;
    }

    /** The stored policy; empty for none. */
    abstract Optional<String> text(RealmModel realm);

    abstract void store(RealmModel realm, String json);

    abstract void remove(RealmModel realm);

    /** Refuses a realm that can't have this layer. */
    void requireOf(RealmModel realm) {}

    /** Refuses a policy that may not be stored in the realm. */
    abstract void refuse(RealmModel realm, PolicyLayer next);

    /** The fields for which {@link #refuse} would refuse a policy. */
    List<FieldProblem> refused(RealmModel realm, PolicyLayer next) {
        return List.of();
    }

    /** The policy of the realm with this layer replaced. */
    abstract Policy mergedWith(RealmModel realm, PolicyLayer next);

    private static Policy merged(Optional<PolicyLayer> floor, Optional<PolicyLayer> own) {
        return Policy.strictestOf(
                Stream.of(floor, own).flatMap(Optional::stream).toList());
    }
}
