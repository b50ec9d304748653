// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.providers.risk.profiles;

import static org.assertj.core.api.Assertions.assertThat;

import io.mspmfa.core.risk.History;
import io.mspmfa.core.risk.Judgement;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ProfileTest {
    private static final Judgement JUDGEMENT =
            new Judgement(true, 70, List.of("unknown_device", "new_network"), Optional.empty());

    @Test
    void reasonsAreStoredAsOneText() {
        Profile profile = Profile.after(Optional.empty(), History.NONE, JUDGEMENT, 7);

        assertThat(profile.reasonsText()).isEqualTo("unknown_device+new_network");
        assertThat(Profile.reasonsOf(profile.reasonsText())).isEqualTo(JUDGEMENT.reasons());
        assertThat(Profile.reasonsOf(with(List.of()).reasonsText())).isEmpty();
    }

    @Test
    void reasonsThatDoNotFitAreLeftOut() {
        List<String> many = IntStream.range(0, 100)
                .mapToObj("a_reason_with_no_end_%d"::formatted)
                .toList();

        String text = with(many).reasonsText();

        assertThat(text).hasSizeLessThanOrEqualTo(Profile.LONGEST_REASONS);
        assertThat(many).containsAll(Profile.reasonsOf(text));
    }

    @Test
    void tellsWhetherALoginWasJudgedAlike() {
        Profile profile = Profile.after(Optional.empty(), History.NONE, JUDGEMENT, 7);

        assertThat(profile.isJudged(JUDGEMENT)).isTrue();
        assertThat(profile.isJudged(new Judgement(true, 50, JUDGEMENT.reasons(), Optional.empty())))
                .isFalse();
        assertThat(profile.isJudged(new Judgement(false, 70, JUDGEMENT.reasons(), Optional.empty())))
                .isFalse();
        assertThat(profile.isJudged(new Judgement(true, 70, List.of("crowd"), Optional.empty())))
                .isFalse();
    }

    @Test
    void R38_aTextThatIsNoHistoryCanNotBeRead() {
        assertThat(new Profile("{}", 0, 0, false, List.of(), "").read()).isEmpty();
        assertThat(Profile.after(Optional.empty(), History.NONE, JUDGEMENT, 7).read())
                .contains(History.NONE);
    }

    private static Profile with(List<String> reasons) {
        return new Profile("", 0, 0, false, reasons, "");
    }
}
