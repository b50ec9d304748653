// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.providers.sms;

import org.keycloak.provider.Provider;

/** Hands text messages over to whoever delivers them. */
public interface SmsGateway extends Provider {

    /**
     * Sends a message, and returns when the gateway has accepted it, within a few seconds. Never sends it twice, because
     * each one costs money.
     *
     * @throws SmsNotSentException if it is not known to be accepted
     */
    void send(SmsMessage message);

    @Override
    default void close() {}
}
