// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.providers.admin.call;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mspmfa.core.sentences.FieldFault;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.keycloak.models.KeycloakSession;

/** The body of a call, read by hand: its size is limited, and no part of it is ever repeated in a response. */
public final class RequestBody {
    /** The size of the largest policy: 65,536 characters of at most four bytes. */
    public static final int POLICY_BYTES = 262_144;

    /** The size of the largest brand: texts of at most four bytes a character, and images in base64. */
    public static final int BRANDING_BYTES = 524_288;

    /** Enough for every other call about a single user or realm. */
    public static final int SMALL_BYTES = POLICY_BYTES + 16_384;

    /** If a body is too long, this much of it is still read, so that the client gets to see the response. */
    private static final int MAX_DRAINED_BYTES = 4_194_304;

    private static final ObjectReader JSON = new ObjectMapper()
            .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
            .readerFor(JsonNode.class)
            .with(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    private RequestBody() {}

    /**
     * The body as text.
     *
     * @param maxBytes longer bodies are refused
     */
    public static String text(KeycloakSession session, InputStream body, int maxBytes) {
        requireType(session, MediaType.APPLICATION_JSON_TYPE, FieldFault.NOT_SENT_AS_JSON);
        return text(body, maxBytes);
    }

    /**
     * The body as text in CSV.
     *
     * @param maxBytes longer bodies are refused
     */
    public static String csv(KeycloakSession session, InputStream body, int maxBytes) {
        requireType(session, CsvAnswer.TYPE, FieldFault.NOT_SENT_AS_CSV);
        return text(body, maxBytes);
    }

    private static String text(InputStream body, int maxBytes) {
        try {
            byte[] bytes = body.readNBytes(maxBytes + 1);
            if (bytes.length > maxBytes) {
                drain(body);
                throw Problem.invalid("", FieldFault.TOO_MANY_BYTES, maxBytes);
            }
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            throw Problem.invalid("", FieldFault.NOT_UTF8);
        } catch (IOException e) {
            throw Problem.invalid("", FieldFault.CUT_OFF);
        }
    }

    /** The body as a JSON object. */
    public static ObjectNode object(KeycloakSession session, InputStream body, int maxBytes) {
        try {
            if (JSON.readValue(text(session, body, maxBytes)) instanceof ObjectNode object) {
                return object;
            }
            throw Problem.invalid("", FieldFault.NOT_JSON_OBJECT);
        } catch (JsonProcessingException e) {
            // Jackson's own message quotes the document
            throw Problem.invalid("", FieldFault.NOT_JSON);
        }
    }

    private static void requireType(KeycloakSession session, MediaType wanted, FieldFault fault) {
        MediaType type = session.getContext().getHttpRequest().getHttpHeaders().getMediaType();
        if (type == null || !wanted.isCompatible(type) || type.isWildcardSubtype()) {
            throw Problem.invalid("", fault);
        }
    }

    private static void drain(InputStream body) throws IOException {
        byte[] buffer = new byte[8192];
        int drained = 0;
        int read = body.read(buffer);
        while (read >= 0 && drained < MAX_DRAINED_BYTES) {
            drained += read;
            read = body.read(buffer);
        }
    }
}
