// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.providers.admin.call;

import com.fasterxml.jackson.databind.JsonNode;
import io.mspmfa.core.csv.CsvRow;
import io.mspmfa.core.sentences.FieldFault;
import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.Writer;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.utils.KeycloakModelUtils;
import org.keycloak.util.JsonSerialization;

/**
 * A whole list as CSV: the pages of a call one after the other, each in a transaction of its own and with the rights that
 * the caller has by then, so that the list may have any length. Since it is that call which reads them, filters, rights
 * and fields are the same by themselves.
 */
public final class CsvExport {
    private static final char SEPARATOR = ',';
    private static final String AFTER = "after";
    private static final String MAX = "max";

    /** What has no meaning where all pages are one. */
    private static final Set<String> ABOUT_PAGES = Set.of(AFTER, MAX, "total");

    private final AdminCall call;
    private final Function<AdminCall, Response> list;
    private final List<String> columns;
    private final int pageSize;

    /**
     * @param list answers with a page
     * @param row an entry of it, whose components are the columns
     * @param pageSize how many entries are read at a time
     */
    public CsvExport(AdminCall call, Function<AdminCall, Response> list, Class<? extends Record> row, int pageSize) {
        this.call = call;
        this.list = list;
        this.columns = Arrays.stream(row.getRecordComponents())
                .map(RecordComponent::getName)
                .toList();
        this.pageSize = pageSize;
    }

    /**
     * The answer. The first page is read at once, so that what the call refuses is refused as an error.
     *
     * @param what the name of the file, followed by that of the realm
     */
    public Response answer(String what) {
        JsonNode first = page(call.with(parameters(null)));
        ABOUT_PAGES.stream().filter(call.parameters()::containsKey).findFirst().ifPresent(name -> {
            throw Problem.invalid(name, FieldFault.NOT_KNOWN);
        });
        return CsvAnswer.of(call, what, out -> writeAll(out, first));
    }

    private void writeAll(Writer out, JsonNode first) throws IOException {
        out.write(CsvRow.of(SEPARATOR, columns));
        JsonNode page = first;
        writeItems(out, page.path("items"));
        while (page.path("next").isTextual()) {
            String next = page.path("next").textValue();
            page = KeycloakModelUtils.runJobInTransactionWithResult(
                    call.session().getKeycloakSessionFactory(),
                    session -> page(call.in(session).with(parameters(next))));
            writeItems(out, page.path("items"));
        }
    }

    private void writeItems(Writer out, JsonNode items) throws IOException {
        for (JsonNode item : items) {
            List<@Nullable Object> cells = new ArrayList<>();
            columns.forEach(column -> cells.add(cell(item.path(column))));
            out.write(CsvRow.of(SEPARATOR, cells));
        }
    }

    private JsonNode page(AdminCall pageCall) {
        return JsonSerialization.mapper.valueToTree(list.apply(pageCall).getEntity());
    }

    private MultivaluedMap<String, String> parameters(@Nullable String after) {
        MultivaluedMap<String, String> changed = new MultivaluedHashMap<>(call.parameters());
        ABOUT_PAGES.forEach(changed::remove);
        changed.putSingle(MAX, Integer.toString(pageSize));
        if (after != null) {
            changed.putSingle(AFTER, after);
        }
        return changed;
    }

    /** Words of a list have no blanks inside; anything deeper is JSON. */
    private static @Nullable Object cell(JsonNode value) {
        if (value.isNull() || value.isMissingNode()) {
            return null;
        }
        if (value.isNumber()) {
            return value.numberValue();
        }
        if (value.isBoolean()) {
            return value.booleanValue();
        }
        if (value.isArray() && !value.path(0).isContainerNode()) {
            List<String> words = new ArrayList<>();
            value.forEach(word -> words.add(word.asText()));
            return String.join(" ", words);
        }
        return value.isTextual() ? value.textValue() : value.toString();
    }
}
