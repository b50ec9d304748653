// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.providers.enforcement;

import io.mspmfa.core.policy.Mode;
import io.mspmfa.core.policy.PolicyField;
import io.mspmfa.providers.policy.Floors;
import io.mspmfa.providers.policy.RealmPolicies;
import java.util.Locale;
import java.util.Optional;
import org.keycloak.common.util.Time;
import org.keycloak.models.RealmModel;

/**
 * The moment at which a realm's mode last became stricter. Sessions from before it stay valid until they end (F11). It
 * is kept where the floor is, out of the tenant's reach: who could move it could make every session an old one.
 */
public final class StricterMoment {
    private static final String MODE = "msp.mfa.mode";
    private static final String SINCE = "msp.mfa.since";
    private static final String UNMANAGED = "unmanaged";

    private StricterMoment() {}

    /** The moment in seconds since the epoch; 0 where none was recorded, so that no session counts as older. */
    public static long of(RealmModel realm) {
        return Floors.attribute(realm, SINCE).map(Long::valueOf).orElse(0L);
    }

    /** Compares the realm's mode with the one seen last; writes nothing where it is the same. */
    static void observe(RealmModel realm) {
        String seen = Floors.attribute(realm, MODE).orElse(UNMANAGED);
        Optional<Mode> now = RealmPolicies.isManaged(realm)
                ? Optional.of(RealmPolicies.of(realm).get(PolicyField.MODE))
                : Optional.empty();
        if (seen.equals(now.map(Mode::json).orElse(UNMANAGED))) {
            return;
        }
        if (now.isPresent() && isStricter(now.get(), seen)) {
            Floors.setAttribute(realm, SINCE, Long.toString(Time.currentTimeSeconds()));
        }
        Floors.setAttribute(realm, MODE, now.map(Mode::json).orElse(UNMANAGED));
    }

    private static boolean isStricter(Mode now, String seen) {
        return UNMANAGED.equals(seen) || now.compareTo(Mode.valueOf(seen.toUpperCase(Locale.ROOT))) > 0;
    }
}
