// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.providers.sms.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.mspmfa.providers.sms.SmsMessage;
import java.io.StringReader;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;

/** Read back by parsers that are not ours. */
class BodyTemplateTest {
    private static final String NUMBER = "+4915112345678";
    private static final String SENDER = "Müller & \"Söhne\"";
    private static final String TEXT =
            "Code \"1\" & <b>'2'</b> \\ {number} $1 100% a+b=c; ä€😀 \u2028 </text>]]>\n\n@login.example.org #1";

    @Test
    void jsonIsReadBackAsItWas() throws Exception {
        JsonNode body = new ObjectMapper()
                .readTree(
                        filled(
                                BodyFormat.JSON,
                                "{\"a\": [{\"to\": \"{number}\", \"d\": \"{digits}\"}], \"from\": \"{sender}\", \"x\": \"{text}\"}"));

        assertThat(body.at("/a/0/to").textValue()).isEqualTo(NUMBER);
        assertThat(body.at("/a/0/d").textValue()).isEqualTo("4915112345678");
        assertThat(body.path("from").textValue()).isEqualTo(SENDER);
        assertThat(body.path("x").textValue()).isEqualTo(TEXT);
    }

    @Test
    void aFormIsReadBackAsItWas() {
        String[] fields = filled(BodyFormat.FORM, "to={number}&from={sender}&text={text}&x=1")
                .split("&", -1);

        assertThat(fields)
                .extracting(field -> URLDecoder.decode(field, StandardCharsets.UTF_8))
                .containsExactly("to=" + NUMBER, "from=" + SENDER, "text=" + TEXT, "x=1");
    }

    @Test
    void xmlIsReadBackAsItWas() throws Exception {
        String xml = filled(BodyFormat.XML, "<sms to=\"{number}\" text='{text}'><from>{sender}</from></sms>");
        Element sms = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader(xml)))
                .getDocumentElement();

        assertThat(sms.getAttribute("to")).isEqualTo(NUMBER);
        assertThat(sms.getAttribute("text")).isEqualTo(TEXT);
        assertThat(sms.getTextContent()).isEqualTo(SENDER);
    }

    @Test
    void whatXmlCannotSayIsLeftOut() {
        SmsMessage message = new SmsMessage(NUMBER, "a\u0000b\u001bc\uffffd", null);

        assertThat(new BodyTemplate(BodyFormat.XML, "<t n='{digits}'>{text}</t>").fill(message, ""))
                .isEqualTo("<t n='4915112345678'>abcd</t>");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{text}", "to={number}", "to={digits}&from={sender}", "to={phone}&text={text}"})
    void aTemplateWithoutNumberOrTextIsRefused(String template) {
        assertThatIllegalArgumentException().isThrownBy(() -> new BodyTemplate(BodyFormat.FORM, template));
    }

    private static String filled(BodyFormat format, String template) {
        return new BodyTemplate(format, template).fill(new SmsMessage(NUMBER, TEXT, null), SENDER);
    }
}
