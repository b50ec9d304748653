// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.core.policy;

import io.mspmfa.core.sentences.FieldFault;
import io.mspmfa.core.sentences.Sentence;
import java.util.List;

/** What a field may contain, as data: error messages, the documentation and the schema are derived from it. */
sealed interface Allowed {

    /** What is said about anything else. */
    Sentence otherwise();

    /** True or false. */
    record Flag() implements Allowed {
        @Override
        public Sentence otherwise() {
            return FieldFault.NOT_FLAG.with();
        }
    }

    /** A whole number between two bounds, inclusive. */
    record WholeNumber(int least, int most) implements Allowed {
        @Override
        public Sentence otherwise() {
            return FieldFault.OUT_OF_RANGE.with(least, most);
        }
    }

    /** One of these words. */
    record Word(List<String> words) implements Allowed {
        @Override
        public Sentence otherwise() {
            return FieldFault.NOT_ONE_OF.with(words);
        }
    }

    /** A text that is not empty. */
    record Text() implements Allowed {
        @Override
        public Sentence otherwise() {
            return FieldFault.BLANK.with();
        }
    }

    /**
     * A single line of text, which may be empty, up to a maximum length in characters.
     *
     * @param form the form that it must have, in words; empty for any
     */
    record Line(int most, String form, Sentence otherwise) implements Allowed {}

    /** A list of words or texts, with a minimum number of elements. */
    record ListOf(Allowed element, int least) implements Allowed {
        @Override
        public Sentence otherwise() {
            if (element instanceof Word word) {
                return (least == 0 ? FieldFault.NOT_ANY_OF : FieldFault.NOT_SOME_OF).with(word.words());
            }
            return FieldFault.BLANK_ELEMENT.with();
        }
    }
}
