// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.it.sms;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** What a gateway does with a message. */
enum Treatment {
    ACCEPT {
        @Override
        void answer(HttpExchange exchange) throws IOException {
            exchange.sendResponseHeaders(202, -1);
            exchange.close();
        }
    },

    /** Never answers. */
    SILENT {
        @Override
        void answer(HttpExchange exchange) throws IOException {
            await(HOURS);
        }
    },

    /** Answers a byte now and then. */
    DRIP {
        @Override
        void answer(HttpExchange exchange) throws IOException {
            exchange.sendResponseHeaders(200, 0);
            try (OutputStream body = exchange.getResponseBody()) {
                for (int i = 0; i < 7200; i++) {
                    body.write('.');
                    body.flush();
                    await(DRIP_MILLIS);
                }
            }
        }
    },

    REDIRECT {
        @Override
        void answer(HttpExchange exchange) throws IOException {
            exchange.getResponseHeaders().add("Location", "/elsewhere");
            exchange.sendResponseHeaders(307, -1);
            exchange.close();
        }
    },

    FAIL {
        @Override
        void answer(HttpExchange exchange) throws IOException {
            byte[] body = "{\"error\": \"stack trace of the gateway\"}".getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(500, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        }
    },

    /** Answers ten megabytes. */
    TALK_ON {
        @Override
        void answer(HttpExchange exchange) throws IOException {
            exchange.sendResponseHeaders(500, 0);
            try (OutputStream body = exchange.getResponseBody()) {
                for (int i = 0; i < 10_000; i++) {
                    body.write(new byte[1000]);
                }
            }
        }
    },

    /** Ends the connection instead of answering. */
    HANG_UP {
        @Override
        void answer(HttpExchange exchange) {
            exchange.close();
        }
    };

    private static final CountDownLatch NEVER = new CountDownLatch(1);
    private static final long HOURS = TimeUnit.HOURS.toMillis(2);
    private static final long DRIP_MILLIS = 500;

    /** @throws IOException if the other end has gone */
    abstract void answer(HttpExchange exchange) throws IOException;

    private static void await(long millis) throws IOException {
        try {
            var unused = NEVER.await(millis, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }
}
