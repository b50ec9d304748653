// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.core.claims;

import io.mspmfa.core.policy.Method;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The values of the claim {@code amr} (RFC 8176), and {@code email}, for which there is no registered value. */
public final class MethodReferences {
    /** More than one factor was verified. */
    public static final String MULTI_FACTOR = "mfa";

    /**
     * A code from a set that stands in for a factor: something that the user has, for which RFC 8176 has no word of its
     * own.
     */
    public static final List<String> OF_STAND_IN = List.of(MULTI_FACTOR);

    /**
     * What a step for codes may stand for. In a managed realm, such a step can be passed without a code, so that only a
     * proof is a reason to say so.
     */
    private static final Set<String> ONLY_BY_PROOF = Set.of("otp", "sms", "email", MULTI_FACTOR);

    private MethodReferences() {}

    /**
     * What a verified factor is called.
     *
     * @param hardwareKey whether the user's keys are known to be hardware; matters for {@link Method#WEBAUTHN} only
     */
    public static List<String> of(Method method, boolean hardwareKey) {
        return switch (method) {
            case TOTP -> List.of("otp", MULTI_FACTOR);
            case SMS -> List.of("sms", MULTI_FACTOR);
            case WEBAUTHN -> List.of(hardwareKey ? "hwk" : "swk", MULTI_FACTOR);
            // no out-of-band authenticator (NIST SP 800-63B section 3.1.3.1): R19
            case EMAIL -> List.of("email");
        };
    }

    /**
     * The whole claim in a managed realm.
     *
     * @param ofSteps what the realm calls the steps of its flow that have been passed
     * @param proven what the verified factor is called; empty if none was verified
     */
    public static List<String> claim(List<String> ofSteps, List<String> proven) {
        Set<String> claim = new LinkedHashSet<>(ofSteps);
        claim.removeAll(ONLY_BY_PROOF);
        claim.addAll(proven);
        return List.copyOf(claim);
    }
}
