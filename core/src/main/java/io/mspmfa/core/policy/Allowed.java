// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.core.policy;

import java.util.List;

/** What a field may contain, as data: error messages, the documentation and the schema are derived from it. */
sealed interface Allowed {

    /** The end of the sentence "must be ...". */
    String expectation();

    /** True or false. */
    record Flag() implements Allowed {
        @Override
        public String expectation() {
            return "true or false";
        }
    }

    /** A whole number between two bounds, inclusive. */
    record WholeNumber(int least, int most) implements Allowed {
        @Override
        public String expectation() {
            return "a whole number from " + least + " to " + most;
        }
    }

    /** One of these words. */
    record Word(List<String> words) implements Allowed {
        @Override
        public String expectation() {
            return "one of " + String.join(", ", words);
        }
    }

    /** A text that is not empty. */
    record Text() implements Allowed {
        @Override
        public String expectation() {
            return "a string that is not empty";
        }
    }

    /**
     * A single line of text, which may be empty, up to a maximum length in characters.
     *
     * @param form the form that it must have, in words; empty for any
     */
    record Line(int most, String form) implements Allowed {
        @Override
        public String expectation() {
            String more = form.isEmpty() ? "" : ": " + form;
            return "one line of text of at most " + most + " characters" + more;
        }
    }

    /** A list with a minimum number of elements. */
    record ListOf(Allowed element, int least) implements Allowed {
        @Override
        public String expectation() {
            String atLeast = least == 0 ? "" : ", at least " + least;
            return "a list" + atLeast + ", each " + element.expectation();
        }
    }
}
