// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.providers.claims;

import io.mspmfa.core.claims.MethodReferences;
import io.mspmfa.core.policy.Method;
import io.mspmfa.core.proof.Proof;
import io.mspmfa.providers.factors.SecondFactors;
import java.util.Arrays;
import java.util.List;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;

/** What applications are told about the factor that a login has verified. */
public final class ProvenMethods {
    private ProvenMethods() {}

    /** The values for the claim {@code amr}; empty for a word that this version doesn't know. */
    static List<String> references(Proof.ByFactor proof, RealmModel realm, UserModel user) {
        return references(proof, HardwareKeys.areAllOf(realm, user));
    }

    /** Whether it counts as a second factor for applications. Codes by e-mail don't (R19). */
    public static boolean isMultiFactor(Proof.ByFactor proof) {
        return references(proof, false).contains(MethodReferences.MULTI_FACTOR);
    }

    private static List<String> references(Proof.ByFactor proof, boolean hardwareKey) {
        if (SecondFactors.STAND_INS.stream().anyMatch(codes -> codes.word().equals(proof.method()))) {
            return MethodReferences.OF_STAND_IN;
        }
        return Arrays.stream(Method.values())
                .filter(method -> method.json().equals(proof.method()))
                .findFirst()
                .map(method -> MethodReferences.of(method, hardwareKey))
                .orElse(List.of());
    }
}
