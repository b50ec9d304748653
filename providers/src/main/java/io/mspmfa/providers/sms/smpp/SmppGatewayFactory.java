// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.providers.sms.smpp;

import io.mspmfa.providers.sms.SmsGateway;
import io.mspmfa.providers.sms.SmsNotSentException;
import io.mspmfa.providers.sms.options.KeycloakTrust;
import io.mspmfa.providers.sms.options.OptionedGatewayFactory;
import io.mspmfa.providers.sms.options.ServerSecret;
import io.mspmfa.providers.sms.options.WaitingPlaces;
import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.keycloak.Config;
import org.keycloak.models.KeycloakSession;

/** A message centre that is reached by SMPP: the options {@code spi-msp-mfa-sms--smpp--...}. */
public final class SmppGatewayFactory extends OptionedGatewayFactory<SmppGatewayFactory.Account> {
    /** The provider's id. */
    public static final String PROVIDER_ID = "smpp";

    /** SMPP 3.4 section 5.2.1 to 5.2.3, without the byte that ends each. */
    private static final int LONGEST_SYSTEM_ID = 15;

    private static final int LONGEST_PASSWORD = 8;
    private static final int LONGEST_SYSTEM_TYPE = 12;

    private static final int PORT = 2775;
    private static final int TLS_PORT = 3550;
    private static final int IDLE_SECONDS = 60;
    private static final int THREADS = 8;
    private static final long THREAD_SECONDS = 30;

    private final WaitingPlaces places = new WaitingPlaces();
    private final Executor threads = new ThreadPoolExecutor(
            0, THREADS, THREAD_SECONDS, TimeUnit.SECONDS, new SynchronousQueue<>(), SmppGatewayFactory::thread);
    private @Nullable SmppLink link;

    /** The options, and the password apart from them. */
    record Account(SmppSettings settings, ServerSecret password) {}

    @Override
    protected Account read(Config.Scope options) {
        boolean hasTls = options.getBoolean("tls", true);
        SmppSettings settings = new SmppSettings(
                required(options, "host"),
                options.getInt("port", hasTls ? TLS_PORT : PORT),
                hasTls,
                atMost(LONGEST_SYSTEM_ID, "system-id", required(options, "system-id")),
                atMost(
                        LONGEST_SYSTEM_TYPE,
                        "system-type",
                        optional(options, "system-type").orElse("")),
                optional(options, "sender").orElse(""),
                Duration.ofSeconds(options.getInt("idle-seconds", IDLE_SECONDS)));
        return new Account(settings, requiredSecret(options, "password"));
    }

    private String atMost(int longest, String name, String value) {
        if (value.length() > longest) {
            throw refusal(name, "is longer than the " + longest + " characters of SMPP");
        }
        return value;
    }

    @Override
    public SmsGateway create(KeycloakSession session) {
        String password = valueOf(settings().password());
        if (password.length() > LONGEST_PASSWORD) {
            throw new SmsNotSentException("the password is longer than the 8 characters of SMPP");
        }
        return new SmppGateway(link(session), password, places, threads);
    }

    private synchronized SmppLink link(KeycloakSession session) {
        if (link == null) {
            SmppSettings settings = settings().settings();
            link = new SmppLink(settings, new SmppSockets(settings.hasTls() ? KeycloakTrust.of(session) : null));
        }
        return link;
    }

    @Override
    public synchronized void close() {
        if (link != null) {
            link.close();
        }
    }

    @Override
    public String getId() {
        return PROVIDER_ID;
    }

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work, "msp-mfa-smpp");
        thread.setDaemon(true);
        return thread;
    }
}
