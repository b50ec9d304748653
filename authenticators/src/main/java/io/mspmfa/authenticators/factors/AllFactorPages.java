// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.authenticators.factors;

import io.mspmfa.authenticators.conversation.StepContext;
import io.mspmfa.authenticators.factors.backupcodes.BackupCodeQuestion;
import io.mspmfa.authenticators.factors.spi.FactorPages;
import io.mspmfa.authenticators.factors.spi.ManageRow;
import io.mspmfa.authenticators.factors.spi.Question;
import io.mspmfa.authenticators.factors.totp.TotpPages;
import io.mspmfa.authenticators.factors.webauthn.WebAuthnPages;
import io.mspmfa.core.policy.PolicyField;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** The pages of every second factor, and of what stands in for one. */
public final class AllFactorPages {
    /** In the order of {@code SecondFactors.ALL}, with nothing left out. */
    public static final List<FactorPages> FACTORS = List.of(new TotpPages(), new WebAuthnPages());

    private static final List<Question> STAND_INS = List.of(new BackupCodeQuestion());

    private AllFactorPages() {}

    /**
     * What a user can be asked: factors first, among them the policy's default method first, then what stands in for a
     * factor, which is never asked of its own accord.
     */
    public static List<Question> questions(StepContext step) {
        Stream<FactorPages> usable = FACTORS.stream()
                .filter(pages -> pages.isUsable(step))
                .sorted(Comparator.comparing(pages -> !isDefault(step, pages)));
        return Stream.concat(usable, STAND_INS.stream().filter(codes -> codes.isUsable(step)))
                .toList();
    }

    /** Whether the user has a factor that a page of ours can ask for. */
    public static boolean canAsk(StepContext step) {
        return FACTORS.stream().anyMatch(pages -> pages.isUsable(step));
    }

    /** What the user has, for the page of self-service. */
    public static List<ManageRow> rows(StepContext step) {
        return FACTORS.stream().flatMap(pages -> pages.rows(step).stream()).toList();
    }

    private static boolean isDefault(StepContext step, FactorPages pages) {
        return pages.factor().method() == step.policy().get(PolicyField.DEFAULT_METHOD);
    }
}
