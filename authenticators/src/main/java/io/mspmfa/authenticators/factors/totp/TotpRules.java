// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.authenticators.factors.totp;

import io.mspmfa.authenticators.conversation.StepContext;
import io.mspmfa.authenticators.factors.spi.Terms;
import io.mspmfa.core.policy.Policy;
import io.mspmfa.core.policy.PolicyField;

/**
 * How an app is set up: according to the policy, except for links, whose holder may be another person far away. With a
 * link, the QR code is always shown on request only, and two codes are required, even if the policy requires less (V18,
 * K16).
 *
 * @param policy the policy that applies to the user
 * @param byLink whether an enrolment link led to the login
 */
record TotpRules(Policy policy, boolean byLink) {
    private static final int TWO = 2;

    static TotpRules of(StepContext step, Terms terms) {
        return new TotpRules(step.policy(), terms.byLink());
    }

    int otpsRequired() {
        return byLink ? TWO : policy.get(PolicyField.OTPS_REQUIRED);
    }

    boolean asksForTwo() {
        return otpsRequired() == TWO;
    }

    boolean showsQrOnRequest() {
        return byLink || policy.get(PolicyField.SHOW_QR_ON_REQUEST);
    }

    boolean revealsKeyOnClick() {
        return policy.get(PolicyField.REVEAL_KEY_ON_CLICK);
    }

    int qrLifetimeSeconds() {
        return policy.get(PolicyField.QR_LIFETIME_SECONDS);
    }
}
