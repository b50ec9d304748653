// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.core.policy;

import java.util.List;

/**
 * Keeps lower layers from hollowing out what an upper one demands: who demands a second factor and says nothing of
 * exceptions demands it of everybody and at once, and nobody below can add an exception.
 */
public final class Exemptions {
    /** By these a policy says for whom and from when its demand does not hold. The default of each is the strictest value. */
    private static final List<PolicyField<?>> FIELDS =
            List.of(PolicyField.GRACE_DAYS, PolicyField.EXEMPT_ROLES, PolicyField.REQUIRED_ROLES);

    private Exemptions() {}

    /**
     * A layer to be put right below others: closes the exceptions that they leave open.
     *
     * @param upper from the uppermost to the lowest
     * @return a layer that names no field where they demand no factor, or name all exceptions themselves
     */
    public static PolicyLayer closedBelow(List<PolicyLayer> upper) {
        PolicyLayer closed = PolicyLayer.empty();
        if (!Policy.strictestOf(upper).requiresFactor()) {
            return closed;
        }
        for (PolicyField<?> field : FIELDS) {
            if (upper.stream().noneMatch(layer -> layer.get(field).isPresent())) {
                closed = withDefault(closed, field);
            }
        }
        return closed;
    }

    /** A layer with the exceptions closed that it leaves open: what a floor says to the policies below it. */
    public static PolicyLayer closed(PolicyLayer layer) {
        PolicyLayer closed = layer;
        PolicyLayer added = closedBelow(List.of(layer));
        for (PolicyField<?> field : FIELDS) {
            closed = added.get(field).isPresent() ? withDefault(closed, field) : closed;
        }
        return closed;
    }

    private static <T> PolicyLayer withDefault(PolicyLayer layer, PolicyField<T> field) {
        return layer.with(field, field.fallback());
    }
}
