// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.providers.admin.branding;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mspmfa.core.branding.BrandField;
import io.mspmfa.core.branding.Branding;
import io.mspmfa.core.branding.BrandingReader;
import io.mspmfa.core.sentences.FieldFault;
import io.mspmfa.core.sentences.FieldProblem;
import io.mspmfa.providers.admin.call.ErrorCode;
import io.mspmfa.providers.admin.call.FieldProblemView;
import io.mspmfa.providers.admin.call.Problem;
import io.mspmfa.providers.branding.BrandLayer;
import io.mspmfa.providers.branding.Brands;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.RealmModel;

/**
 * A brand as the REST API shows it.
 *
 * @param layer whose layer {@code own} is: {@code provider} or {@code tenant}
 * @param mayChange whether this layer is shown: false for a tenant whose provider doesn't allow it
 * @param own what the layer says, as far as it can be read; null if it isn't set
 * @param inherited what holds where the layer says nothing
 * @param effective what is shown
 * @param unreadable what can't be read of the stored layer, and is inherited; nothing that the API stores
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
record BrandingView(
        String layer,
        boolean mayChange,
        @Nullable ObjectNode own,
        ObjectNode inherited,
        ObjectNode effective,
        List<FieldProblemView> unreadable) {

    static BrandingView of(RealmModel realm, BrandLayer layer) {
        BrandingReader.@Nullable Reading stored =
                layer.text(realm).map(BrandingReader::read).orElse(null);
        return new BrandingView(
                layer.word(),
                mayChange(realm, layer),
                stored == null ? null : stored.branding().json(),
                below(realm, layer).json(),
                Brands.of(realm).branding().json(),
                stored == null ? List.of() : FieldProblemView.of(stored.problems()));
    }

    /** Whether what the layer says is shown. */
    static boolean mayChange(RealmModel realm, BrandLayer layer) {
        return layer != BrandLayer.TENANT || Brands.inherited(realm).says(BrandField.TENANT_MAY_CHANGE);
    }

    private static Branding below(RealmModel realm, BrandLayer layer) {
        return switch (layer) {
            case COMMON -> Branding.NONE;
            case PROVIDER -> BrandLayer.COMMON.stored(realm);
            case TENANT -> Brands.inherited(realm);
        };
    }

    /** Reads a brand from a request, which must not contain anything wrong. */
    static Branding read(String json, BrandLayer layer) {
        BrandingReader.Reading reading = BrandingReader.read(json);
        List<FieldProblem> problems = new ArrayList<>(reading.problems());
        if (layer == BrandLayer.TENANT
                && reading.branding().get(BrandField.TENANT_MAY_CHANGE).isPresent()) {
            problems.add(FieldProblem.of(BrandField.TENANT_MAY_CHANGE.path(), FieldFault.PROVIDER_ONLY));
        }
        if (!problems.isEmpty()) {
            throw Problem.of(ErrorCode.INVALID_BRANDING, problems);
        }
        return reading.branding();
    }
}
