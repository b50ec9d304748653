// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.providers.admin.call;

import io.mspmfa.core.sentences.Sentence;
import io.mspmfa.providers.language.Wording;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A sentence as the REST API shows it.
 *
 * @param message in the language of the call
 * @param code what it says, for programs
 * @param params its particulars by name
 */
public record SentenceView(String message, String code, Map<String, Object> params) {
    /** The sentences in the language of the call that is being answered. */
    public static List<SentenceView> of(List<Sentence> sentences) {
        Locale language = CallLanguage.current();
        return sentences.stream().map(sentence -> of(sentence, language)).toList();
    }

    /** A sentence in the language of the call that is being answered. */
    public static SentenceView of(Sentence sentence) {
        return of(sentence, CallLanguage.current());
    }

    static SentenceView of(Sentence sentence, Locale language) {
        return new SentenceView(Wording.of(sentence, language), sentence.kind().code(), sentence.params());
    }
}
