// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.providers.sms.smpp;

import io.mspmfa.core.sms.GsmText;
import java.nio.charset.StandardCharsets;
import org.jsmpp.bean.Alphabet;
import org.jsmpp.bean.DataCoding;
import org.jsmpp.bean.GeneralDataCoding;
import org.jsmpp.bean.OptionalParameter;

/** A text as SMPP carries it: in the GSM alphabet if it can be written in that, otherwise in UCS-2. */
final class SmppText {
    private static final int MOST_GSM = 160;
    private static final int MOST_UCS2 = 140;
    private static final byte[] NONE = {};

    private final Alphabet alphabet;
    private final byte[] bytes;

    /** Whether it fits into one message; if not, the message centre divides it. */
    private final boolean isShort;

    private SmppText(Alphabet alphabet, byte[] bytes, boolean isShort) {
        this.alphabet = alphabet;
        this.bytes = bytes;
        this.isShort = isShort;
    }

    static SmppText of(String text) {
        return GsmText.encode(text)
                .map(codes -> new SmppText(Alphabet.ALPHA_DEFAULT, codes, codes.length <= MOST_GSM))
                .orElseGet(() -> inUcs2(text.getBytes(StandardCharsets.UTF_16BE)));
    }

    private static SmppText inUcs2(byte[] bytes) {
        return new SmppText(Alphabet.ALPHA_UCS2, bytes, bytes.length <= MOST_UCS2);
    }

    DataCoding coding() {
        return new GeneralDataCoding(alphabet);
    }

    byte[] shortMessage() {
        return isShort ? bytes : NONE;
    }

    OptionalParameter[] parameters() {
        return isShort
                ? new OptionalParameter[0]
                : new OptionalParameter[] {new OptionalParameter.Message_payload(bytes)};
    }
}
