// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.authenticators.factors;

import io.mspmfa.authenticators.conversation.StepContext;
import io.mspmfa.authenticators.factors.backupcodes.BackupCodeQuestion;
import io.mspmfa.authenticators.factors.spi.FactorPages;
import io.mspmfa.authenticators.factors.spi.ManageRow;
import io.mspmfa.authenticators.factors.spi.Question;
import io.mspmfa.authenticators.factors.spi.SetUp;
import io.mspmfa.authenticators.factors.totp.TotpPages;
import io.mspmfa.authenticators.factors.webauthn.WebAuthnPages;
import io.mspmfa.core.policy.PolicyField;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** The pages of all second factors, and of the codes that stand in for one. */
public final class AllFactorPages {
    /** In the order of {@code SecondFactors.ALL}, and complete. */
    public static final List<FactorPages> FACTORS = List.of(new TotpPages(), new WebAuthnPages());

    private static final List<Question> STAND_INS = List.of(new BackupCodeQuestion());

    private AllFactorPages() {}

    /**
     * The questions that a user can be asked: first the factors, starting with the policy's default method, then the
     * codes that stand in for one, which are shown only if the user chooses them.
     */
    public static List<Question> questions(StepContext step) {
        Stream<FactorPages> usable = FACTORS.stream()
                .filter(pages -> pages.isUsable(step))
                .sorted(Comparator.comparing(pages -> !isDefault(step, pages)));
        return Stream.concat(usable, STAND_INS.stream().filter(codes -> codes.isUsable(step)))
                .toList();
    }

    /**
     * Whether the user has something that one of our pages can ask for: a factor, or codes that stand in for one that
     * can't be asked for.
     */
    public static boolean canAsk(StepContext step) {
        return questions(step).stream().anyMatch(question -> question.isOffered(step));
    }

    /** How each of them is set up. */
    public static Stream<SetUp> setUps() {
        return FACTORS.stream().map(FactorPages::setUp);
    }

    /** The user's factors, for the self-service page. */
    public static List<ManageRow> rows(StepContext step) {
        return FACTORS.stream().flatMap(pages -> pages.rows(step).stream()).toList();
    }

    private static boolean isDefault(StepContext step, FactorPages pages) {
        return pages.factor().method() == step.policy().get(PolicyField.DEFAULT_METHOD);
    }
}
