// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.providers.admin.summary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import io.mspmfa.core.enforcement.Obligation;
import io.mspmfa.core.enforcement.Subject;
import io.mspmfa.core.policy.Policy;
import io.mspmfa.core.policy.PolicyReader;
import io.mspmfa.core.policy.PolicyRefusedException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is counted of many users is what is decided about each. */
class TallyTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"mode": "off"}
            {"mode": "optional"}
            {"mode": "adaptive"}
            {"mode": "required"}
            {"mode": "required", "exemptRoles": ["a"]}
            {"mode": "required", "exemptRoles": ["a"], "allowExemptions": false}
            {"mode": "required", "requiredRoles": ["b"]}
            {"mode": "adaptive", "requiredRoles": ["b"], "exemptRoles": ["a"]}
            """)
    void A52_whoMustHaveAFactorIsDecidedAsAtLogin(String json) throws PolicyRefusedException {
        Policy policy = policy(json);
        Policy ofFlagged =
                Policy.strictestOf(List.of(PolicyReader.read(json), PolicyReader.read("{\"mode\": \"required\"}")));
        CountedRealm realm = new CountedRealm("id", false, true, policy);
        for (int i = 0; i < 8; i++) {
            boolean flagged = (i & 1) != 0;
            boolean exempt = (i & 2) != 0;
            boolean holder = (i & 4) != 0;
            Tally tally = new Tally(realm, !realm.requiredRoles().isEmpty());
            boolean counted = !realm.exemptRoles().isEmpty() && exempt;
            tally.add(new Tally.Group(0, false, flagged, false, counted, holder), 1);
            Obligation obligation = Obligation.of(
                    flagged ? ofFlagged : policy,
                    new Subject(flagged, false, counted, realm.requiredRoles().isEmpty() || holder));

            assertThat(tally.summary().required())
                    .as("%s flagged %s exempt %s holder %s", json, flagged, exempt, holder)
                    .isEqualTo(obligation.kind() == Obligation.Kind.REQUIRED ? 1 : 0);
        }
    }

    @Test
    void A52_aMethodThatThePolicyDoesNotHaveIsNoFactor() throws PolicyRefusedException {
        Policy appsOnly = policy("{\"mode\": \"required\", \"methods\": [\"totp\"]}");
        int apps = MethodBits.under(appsOnly);
        int keys = MethodBits.under(policy("{\"methods\": [\"webauthn\"]}")) & ~apps;
        Tally tally = new Tally(new CountedRealm("id", false, true, appsOnly), false);

        tally.add(new Tally.Group(keys, false, false, false, false, false), 3);
        tally.add(new Tally.Group(apps | keys, false, false, true, false, false), 2);
        RealmSummary summary = tally.summary();

        assertThat(keys).isNotZero();
        assertThat(summary.users()).isEqualTo(5);
        assertThat(summary.enrolled()).isEqualTo(2);
        assertThat(summary.mustEnrol()).isEqualTo(3);
        assertThat(summary.locked()).isEqualTo(2);
        assertThat(summary.byMethod()).containsOnly(entry("totp", 2L));
    }

    private static Policy policy(String json) throws PolicyRefusedException {
        return Policy.strictestOf(List.of(PolicyReader.read(json)));
    }
}
