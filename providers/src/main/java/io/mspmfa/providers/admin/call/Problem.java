// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.providers.admin.call;

import io.mspmfa.core.sentences.FieldFault;
import io.mspmfa.core.sentences.FieldProblem;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Error responses, in the single format of this REST API. Throwing one also rolls back the request's transaction. */
public final class Problem {
    private Problem() {}

    /** An error that isn't about particular fields. */
    public static Refusal of(ErrorCode code) {
        return of(code, List.of());
    }

    /** An error, with the fields that it is about. */
    public static Refusal of(ErrorCode code, List<FieldProblem> fields) {
        Locale language = CallLanguage.current();
        SentenceView sentence = SentenceView.of(code.with(), language);
        Body body =
                new Body(sentence.code(), sentence.message(), sentence.params(), FieldProblemView.of(fields, language));
        return new Refusal(
                code,
                Response.status(code.status())
                        .type(MediaType.APPLICATION_JSON_TYPE)
                        .language(language)
                        .header(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE)
                        .entity(body)
                        .build());
    }

    /** 400: the request is wrong in the named field. The particulars are as in {@link FieldFault#with}. */
    public static Refusal invalid(String field, FieldFault fault, Object... values) {
        return invalid(List.of(FieldProblem.of(field, fault, values)));
    }

    /** 400: the request is wrong in the named fields. */
    static Refusal invalid(List<FieldProblem> fields) {
        return of(ErrorCode.INVALID_REQUEST, fields);
    }

    /**
     * An error as the REST API shows it.
     *
     * @param error the code
     * @param errorMessage a sentence for people
     * @param params the sentence's particulars by name
     * @param fields what is wrong with which field; empty if no field is to blame
     */
    record Body(String error, String errorMessage, Map<String, Object> params, List<FieldProblemView> fields) {
        Body {
            fields = List.copyOf(fields);
        }
    }
}
