// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.providers.admin.call;

import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.KeycloakTransactionManager;

/**
 * An answer in CSV that is written row by row: its size is unlimited, and what has been written is forgotten. Whatever can
 * be refused must have been refused before, since the status is sent first.
 */
public final class CsvAnswer {
    /** UTF-8, without a byte-order mark. */
    static final MediaType TYPE = new MediaType("text", "csv", StandardCharsets.UTF_8.name());

    private static final Logger LOG = Logger.getLogger(CsvAnswer.class);

    private static final int LONGEST_NAME = 60;

    private CsvAnswer() {}

    /** Writes the rows. */
    @FunctionalInterface
    public interface Rows {
        /**
         * Writes all rows, each with its end.
         *
         * @throws IOException if the client no longer listens
         */
        void writeTo(Writer out) throws IOException;
    }

    /**
     * The answer, for a file of its own, which no cache keeps and no browser shows as a page.
     *
     * @param what the name of the file, followed by that of the realm
     * @param rows does its work in transactions of its own: that of the call has ended by then, so that no connection to
     *     the database waits for a slow client
     */
    public static Response of(AdminCall call, String what, Rows rows) {
        StreamingOutput body = output -> {
            KeycloakTransactionManager transaction = call.session().getTransactionManager();
            if (transaction.isActive()) {
                transaction.commit();
            }
            write(rows, new BufferedWriter(new OutputStreamWriter(output, StandardCharsets.UTF_8)));
        };
        return Response.ok(body, TYPE)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + fileName(call, what) + "\"")
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .header("X-Content-Type-Options", "nosniff")
                .build();
    }

    /** A task catches whatever a list can fail with. */
    private static void write(Rows rows, Writer out) {
        FutureTask<Boolean> task = new FutureTask<>(() -> {
            rows.writeTo(out);
            out.flush();
            return true;
        });
        task.run();
        try {
            task.get();
        } catch (ExecutionException e) {
            throw cutOff(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw cutOff(e);
        }
    }

    /**
     * Ends the connection, so that nobody takes the part for the whole. Keycloak would add the error to the rows, and end
     * the answer as if it were complete; an error that can't be written either makes RESTEasy close the connection
     * (ResteasyReactiveRequestContext.handleUnrecoverableError, 3.33).
     */
    private static WebApplicationException cutOff(@Nullable Throwable cause) {
        if (cause instanceof IOException) {
            LOG.debug("The client of a list no longer listens", cause);
        } else {
            LOG.error("A list was cut off", cause);
        }
        StreamingOutput unwritable = output -> {
            throw new IOException("The list was cut off");
        };
        return new WebApplicationException(
                Response.serverError().entity(unwritable).build());
    }

    /** The same, with sentences in the language of the call. */
    public static Response withSentences(AdminCall call, String what, Rows rows) {
        return Response.fromResponse(of(call, what, rows))
                .language(CallLanguage.current())
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE)
                .build();
    }

    /** Of a realm's name, only what is safe in a header and in every file system. */
    static String fileName(AdminCall call, String what) {
        String realm = call.realm().getName().replaceAll("[^A-Za-z0-9_-]", "_");
        return what + "-" + realm.substring(0, Math.min(LONGEST_NAME, realm.length())) + ".csv";
    }
}
