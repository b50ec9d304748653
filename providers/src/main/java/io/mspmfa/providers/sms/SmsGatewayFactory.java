// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.providers.sms;

import org.keycloak.provider.ProviderFactory;

/** A gateway as the server's options describe it. */
public interface SmsGatewayFactory extends ProviderFactory<SmsGateway> {

    /** Whether the options suffice to send messages. */
    boolean isReady();
}
