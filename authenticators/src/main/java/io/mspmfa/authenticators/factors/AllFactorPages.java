// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.authenticators.factors;

import io.mspmfa.authenticators.conversation.StepContext;
import io.mspmfa.authenticators.factors.backupcodes.BackupCodeQuestion;
import io.mspmfa.authenticators.factors.email.EmailPages;
import io.mspmfa.authenticators.factors.sms.SmsPages;
import io.mspmfa.authenticators.factors.spi.FactorPages;
import io.mspmfa.authenticators.factors.spi.Question;
import io.mspmfa.authenticators.factors.spi.SetUp;
import io.mspmfa.authenticators.factors.totp.TotpPages;
import io.mspmfa.authenticators.factors.webauthn.WebAuthnPages;
import io.mspmfa.core.policy.Method;
import io.mspmfa.providers.factors.SecondFactors;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The pages of all second factors, and of the codes that stand in for one. */
public final class AllFactorPages {
    /** In the order of {@code SecondFactors.ALL}, and complete. */
    public static final List<FactorPages> FACTORS =
            List.of(new WebAuthnPages(), new TotpPages(), new SmsPages(), new EmailPages());

    private static final List<Question> STAND_INS = List.of(new BackupCodeQuestion());

    private AllFactorPages() {}

    /**
     * The questions that a user can be asked: first the factors, starting with the user's primary method, then the
     * codes that stand in for one, which are shown only if the user chooses them.
     */
    public static List<Question> questions(StepContext step) {
        List<FactorPages> usable = usable(step);
        Optional<Method> primary = primaryOf(step, usable);
        Stream<FactorPages> primaryFirst = usable.stream()
                .sorted(Comparator.comparing(
                        pages -> primary.filter(pages.factor().method()::equals).isEmpty()));
        return Stream.concat(primaryFirst, STAND_INS.stream().filter(codes -> codes.isUsable(step)))
                .toList();
    }

    /**
     * Whether the user has something that one of our pages can ask for: a factor, or codes that stand in for one that
     * can't be asked for.
     */
    public static boolean canAsk(StepContext step) {
        return questions(step).stream().anyMatch(question -> question.isOffered(step));
    }

    /** Why some of the user's factors can't be asked for at the moment, as message keys. */
    public static List<String> obstacles(StepContext step) {
        return FACTORS.stream().flatMap(pages -> pages.obstacle(step).stream()).toList();
    }

    /** How each of them is set up. */
    public static Stream<SetUp> setUps() {
        return FACTORS.stream().map(FactorPages::setUp);
    }

    /** The method that the user is asked for first; empty if none can be asked for. */
    public static Optional<Method> primary(StepContext step) {
        return primaryOf(step, usable(step));
    }

    private static Optional<Method> primaryOf(StepContext step, List<FactorPages> usable) {
        List<Method> methods =
                usable.stream().map(pages -> pages.factor().method()).toList();
        return SecondFactors.primaryOf(step.session(), step.realm(), step.user(), step.policy(), methods);
    }

    private static List<FactorPages> usable(StepContext step) {
        return FACTORS.stream().filter(pages -> pages.isUsable(step)).toList();
    }
}
