// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.authenticators.selfservice;

import io.mspmfa.authenticators.factors.spi.FactorPages;
import io.mspmfa.authenticators.factors.spi.ManageRow;
import io.mspmfa.core.policy.Method;
import io.mspmfa.core.policy.Policy;
import org.keycloak.credential.CredentialModel;
import org.keycloak.models.UserModel;

/**
 * One of a user's own factors.
 *
 * @param pages the pages of its kind
 * @param row how it is shown
 */
record OwnFactor(FactorPages pages, ManageRow row) {
    CredentialModel credential() {
        return row.credential();
    }

    String id() {
        return credential().getId();
    }

    Method method() {
        return pages.factor().method();
    }

    /** Whether the policy counts it as a second factor. */
    boolean countsFor(UserModel user, Policy policy) {
        return pages.factor().countsFor(user, policy)
                && !pages.factor().isLapsed(credential().getCredentialData(), user.getEmail());
    }
}
