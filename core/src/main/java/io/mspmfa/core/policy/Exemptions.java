// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.core.policy;

import java.util.List;

/**
 * Stops lower layers from undermining what an upper layer requires: a layer that requires a second factor and doesn't
 * mention exemptions requires it of everyone and at once, and no layer below can add an exemption.
 */
public final class Exemptions {
    /** The fields that exempt users or postpone the requirement. The default of each is its strictest value. */
    private static final List<PolicyField<?>> FIELDS =
            List.of(PolicyField.GRACE_DAYS, PolicyField.EXEMPT_ROLES, PolicyField.REQUIRED_ROLES);

    private Exemptions() {}

    /**
     * Returns a layer to be put directly below others, which closes the exemptions that they leave open.
     *
     * @param upper from the uppermost to the lowest
     * @return a layer without fields if the others require no factor, or set all exemptions themselves
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

    /** Closes the exemptions that a layer leaves open: this is how a floor acts on the policies below it. */
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
