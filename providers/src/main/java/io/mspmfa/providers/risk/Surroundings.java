// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.providers.risk;

import io.mspmfa.core.policy.Policy;
import io.mspmfa.core.policy.PolicyField;
import io.mspmfa.core.risk.Network;
import io.mspmfa.core.risk.RiskFacts;
import io.mspmfa.core.risk.TrustedNetworks;
import io.mspmfa.providers.compatibility.ServerTime;
import io.mspmfa.providers.policy.UserPolicies;
import io.mspmfa.providers.risk.Traffic.Counts;
import io.mspmfa.providers.risk.geo.Place;
import io.mspmfa.providers.roles.Administrators;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.keycloak.common.ClientConnection;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;

/** Gathers what the server knows about a login. No SQL statement. */
final class Surroundings {
    private final KeycloakSession session;
    private final RealmModel realm;
    private final UserModel user;

    Surroundings(KeycloakSession session, RealmModel realm, UserModel user) {
        this.session = session;
        this.realm = realm;
        this.user = user;
    }

    /** At the moment at which the password was right. Counts the login. */
    RiskFacts atLogin() {
        ProxyHeaders.inspect(session);
        Traffic traffic = new Traffic(session, realm);
        return facts(network().map(network -> traffic.around(user, network)).orElse(Counts.NONE));
    }

    /** When the login has finished, for its history. */
    RiskFacts afterwards() {
        return facts(Counts.NONE);
    }

    private RiskFacts facts(Counts counts) {
        Policy policy = UserPolicies.of(session, realm, user);
        Place place = BuiltInSignalsFactory.of(session)
                .map(ours -> ours.geo().find(address(session)))
                .orElse(Place.UNKNOWN);
        return new RiskFacts(
                ServerTime.seconds(),
                network(),
                TrustedNetworks.of(policy.get(PolicyField.TRUSTED_NETWORKS)).trust(address(session)),
                new KnownBrowser(session, realm, user).id(),
                place.country(),
                place.position(),
                Administrators.include(user),
                counts.userFailures(),
                counts.networkFailures(),
                counts.usersOfNetwork());
    }

    private Optional<Network> network() {
        return Network.of(address(session));
    }

    /** The address as far as Keycloak could read it. Its other methods return what a header says, whatever that is. */
    static @Nullable String address(KeycloakSession session) {
        ClientConnection connection = session.getContext().getConnection();
        return connection == null ? null : connection.getRemoteAddr();
    }
}
