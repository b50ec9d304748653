// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.providers.codes;

import org.keycloak.Config;
import org.keycloak.credential.CredentialProvider;
import org.keycloak.credential.CredentialProviderFactory;
import org.keycloak.models.KeycloakSession;

/**
 * Creates {@link CodeCredentialProvider}s for one way of sending codes; its id equals the credential type. Reads {@code
 * --spi-credential--<id>--realm-per-hour} and {@code --spi-credential--<id>--server-per-hour}, how many codes may be sent
 * in an hour.
 */
public abstract class CodeCredentialProviderFactory implements CredentialProviderFactory<CodeCredentialProvider> {
    private SendLimits limits;

    /** @param limits if the server's options say nothing else */
    protected CodeCredentialProviderFactory(SendLimits limits) {
        this.limits = limits;
    }

    /** The limits of one way of sending codes, from within any session. */
    public static SendLimits limitsOf(KeycloakSession session, String id) {
        return ((CodeCredentialProvider) session.getProvider(CredentialProvider.class, id)).limits();
    }

    /** The message key of its name in Keycloak's consoles. */
    protected abstract String nameKey();

    /** The message key of what they say about it. */
    protected abstract String helpKey();

    final SendLimits limits() {
        return limits;
    }

    @Override
    public void init(Config.Scope config) {
        limits = new SendLimits(
                config.getInt("realm-per-hour", limits.realmPerHour()),
                config.getInt("server-per-hour", limits.serverPerHour()));
    }

    @Override
    public final CodeCredentialProvider create(KeycloakSession session) {
        return new CodeCredentialProvider(session, this);
    }
}
