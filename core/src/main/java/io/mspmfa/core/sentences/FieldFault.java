// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.core.sentences;

import java.util.List;

/** What can be wrong with a field. */
public enum FieldFault implements SentenceCode {
    // any document
    NOT_KNOWN,
    NOT_JSON,
    NOT_JSON_OBJECT,
    NOT_OBJECT,
    TOO_LONG("max"),

    // any request
    NOT_SENT_AS_JSON,
    NOT_SENT_AS_CSV,
    TOO_MANY_BYTES("max"),
    TOO_MANY_LINES("max"),
    NOT_HEADED("header"),
    NOT_UTF8,
    CUT_OFF,
    NOT_CURSOR,

    // values
    NOT_FLAG,
    NOT_TEXT,
    OUT_OF_RANGE("min", "max"),
    NOT_ONE_OF("allowed"),
    NOT_SOME_OF("allowed"),
    NOT_ANY_OF("allowed"),
    BLANK,
    BLANK_ELEMENT,
    TEXT_LENGTH("max"),
    LIST_LENGTH("max"),
    NOT_ONE_LINE("max"),
    NUL_CHARACTER,
    CONTROL_CHARACTER,
    RESERVED_CHARACTER("characters"),

    // policies
    NOT_SMS_SENDER("maxLetters"),
    NOT_SMS_TEXT("max", "placeholder"),
    RESELLER_ONLY,
    WEAKER_THAN_FLOOR("floor"),

    // brands
    PROVIDER_ONLY,
    NOT_PLAIN_LINE("max"),
    COLON,
    NOT_COLOUR,
    LOW_CONTRAST("contrast", "min", "suggestion"),
    NOT_LINK,
    NOT_IMAGE,
    IMAGE_TOO_BIG("maxKilobytes"),
    IMAGE_TOO_WIDE("maxPixels"),
    NOT_PICTURE,
    ACTIVE_SVG,
    OTHER_MEDIA_TYPE("actual");

    private final String params;

    FieldFault(String... params) {
        this.params = String.join(" ", params);
    }

    @Override
    public String group() {
        return "field";
    }

    @Override
    public List<String> params() {
        return params.isEmpty() ? List.of() : List.of(params.split(" "));
    }
}
