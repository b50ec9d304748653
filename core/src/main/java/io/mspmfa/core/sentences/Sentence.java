// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.core.sentences;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A sentence for people, in no particular language.
 *
 * @param kind what it says
 * @param params its particulars by name, in the order of {@link SentenceCode#params()}
 */
public record Sentence(SentenceCode kind, Map<String, Object> params) {
    public Sentence {
        params = Collections.unmodifiableMap(new LinkedHashMap<>(params));
    }
}
