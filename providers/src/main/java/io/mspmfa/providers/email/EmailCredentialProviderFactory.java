// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.providers.email;

import io.mspmfa.providers.codes.CodeCredentialProviderFactory;
import io.mspmfa.providers.codes.SendLimits;
import io.mspmfa.providers.factors.email.EmailFactor;

/** Tells Keycloak about codes by e-mail. */
public final class EmailCredentialProviderFactory extends CodeCredentialProviderFactory {
    /** The provider's id, which equals the credential type. */
    public static final String PROVIDER_ID = EmailFactor.TYPE;

    private static final SendLimits LIMITS = new SendLimits(5000, 20_000);

    public EmailCredentialProviderFactory() {
        super(LIMITS);
    }

    @Override
    public String getId() {
        return PROVIDER_ID;
    }

    @Override
    protected String nameKey() {
        return "msp-email-display-name";
    }

    @Override
    protected String helpKey() {
        return "msp-email-help-text";
    }
}
