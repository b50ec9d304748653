// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.providers.admin.users;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.mspmfa.providers.admin.call.Moment;
import io.mspmfa.providers.brokerlinks.BrokerLinks;
import io.mspmfa.providers.brokerlinks.LinkWay;
import org.jspecify.annotations.Nullable;

/**
 * An account at an identity provider that is linked to a user, as the REST API shows it.
 *
 * @param alias of the identity provider
 * @param account the name of the account there; null if the provider didn't say
 * @param linkedAt null if the link made the user, or is from before the realm was managed
 * @param way how the link was made; null in the same cases
 * @param vouches whether a login through it owes no factor
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
record ProviderView(
        String alias,
        @Nullable String account,
        @Nullable String linkedAt,
        @Nullable LinkWay way,
        boolean vouches) {

    /**
     * @param localUsersOnly whether the policy lets identity providers vouch
     */
    static ProviderView of(BrokerLinks.Link link, boolean localUsersOnly) {
        return new ProviderView(
                link.provider(),
                link.account(),
                Moment.ofSeconds(link.linkedAt()),
                link.way(),
                localUsersOnly && link.trusted());
    }
}
