// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.core.sentences;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What a sentence says, without its particulars. Implemented by enums, whose constants are codes of the REST API. */
public interface SentenceCode {
    /** The constant's name. */
    String name();

    /** What sentences of this kind are about, as in the keys of their words. */
    String group();

    /** The names of the particulars, in the order in which the words refer to them. */
    List<String> params();

    /** The code as clients see it. It never changes. */
    default String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The key of the words. */
    default String key() {
        return group() + "." + code();
    }

    /**
     * A sentence of this kind.
     *
     * @param values the particulars, in order: texts, numbers, or lists of texts
     * @throws IllegalArgumentException if there are more or fewer than the kind has
     */
    default Sentence with(Object... values) {
        if (values.length != params().size()) {
            throw new IllegalArgumentException(key() + " has the particulars " + params());
        }
        Map<String, Object> named = new LinkedHashMap<>();
        for (int i = 0; i < values.length; i++) {
            named.put(params().get(i), values[i]);
        }
        return new Sentence(this, named);
    }
}
