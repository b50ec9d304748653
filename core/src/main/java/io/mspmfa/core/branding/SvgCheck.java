// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.core.branding;

import io.mspmfa.core.branding.Picture.Kind;
import io.mspmfa.core.branding.Picture.Refusal;
import io.mspmfa.core.branding.Picture.Verdict;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Lets an SVG pass that consists of shapes, texts and colours. Everything else is refused, known or not: what is listed
 * here can neither run, nor load, nor refer to anything outside the file.
 */
final class SvgCheck {
    private static final String NAMESPACE = "http://www.w3.org/2000/svg";

    private static final Set<String> ELEMENTS = Set.of(
            "svg",
            "g",
            "defs",
            "title",
            "desc",
            "path",
            "rect",
            "circle",
            "ellipse",
            "line",
            "polyline",
            "polygon",
            "text",
            "tspan",
            "linearGradient",
            "radialGradient",
            "stop",
            "clipPath",
            "mask");

    /** Attributes that name nothing: names of events begin with "on", those of references end in "href". */
    private static final Pattern HARMFUL_NAME =
            Pattern.compile("on.*|.*href|style|class|src|begin|end", Pattern.CASE_INSENSITIVE);

    private static final Pattern FUNCTION_WITH_ADDRESS = Pattern.compile("url\\s*\\(", Pattern.CASE_INSENSITIVE);

    /** A gradient, mask or clip of the same file, and nothing beside it. */
    private static final Pattern INSIDE = Pattern.compile("url\\(#[\\w-]+\\)");

    private static final int MOST_ELEMENTS = 2000;
    private static final int MOST_DEPTH = 32;

    private SvgCheck() {}

    static Verdict judge(byte[] content) {
        try {
            XMLStreamReader xml = factory().createXMLStreamReader(new StringReader(text(content)));
            try {
                String encoding = xml.getCharacterEncodingScheme();
                boolean isUtf8 = encoding == null || encoding.equalsIgnoreCase("UTF-8");
                return isUtf8 ? judge(xml) : Verdict.refused(Refusal.UNKNOWN);
            } finally {
                xml.close();
            }
        } catch (XMLStreamException | CharacterCodingException e) {
            return Verdict.refused(Refusal.UNKNOWN);
        }
    }

    /** In another encoding, a browser could read something else than we do. */
    private static String text(byte[] content) throws CharacterCodingException {
        return StandardCharsets.UTF_8
                .newDecoder()
                .decode(ByteBuffer.wrap(content))
                .toString();
    }

    /** No document type at all, so that no entity can grow or lead elsewhere. */
    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
        return factory;
    }

    private static Verdict judge(XMLStreamReader xml) throws XMLStreamException {
        int depth = 0;
        int elements = 0;
        while (xml.hasNext()) {
            switch (xml.next()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    depth++;
                    elements++;
                    boolean isSvg = elements > 1 || xml.getLocalName().equals("svg");
                    if (!isSvg || !NAMESPACE.equals(xml.getNamespaceURI())) {
                        return Verdict.refused(elements == 1 ? Refusal.UNKNOWN : Refusal.ACTIVE);
                    }
                    if (!isHarmless(xml) || depth > MOST_DEPTH || elements > MOST_ELEMENTS) {
                        return Verdict.refused(Refusal.ACTIVE);
                    }
                }
                case XMLStreamConstants.END_ELEMENT -> depth--;
                case XMLStreamConstants.DTD,
                        XMLStreamConstants.ENTITY_REFERENCE,
                        XMLStreamConstants.PROCESSING_INSTRUCTION -> {
                    return Verdict.refused(Refusal.ACTIVE);
                }
                default -> {} // text, white space, comments
            }
        }
        return Verdict.is(Kind.SVG);
    }

    private static boolean isHarmless(XMLStreamReader element) {
        return ELEMENTS.contains(element.getLocalName())
                && IntStream.range(0, element.getAttributeCount())
                        .allMatch(number ->
                                isHarmless(element.getAttributeLocalName(number), element.getAttributeValue(number)));
    }

    private static boolean isHarmless(String name, String value) {
        return !HARMFUL_NAME.matcher(name).matches()
                && value.indexOf('\\') < 0
                && (!FUNCTION_WITH_ADDRESS.matcher(value).find()
                        || INSIDE.matcher(value.strip()).matches());
    }
}
