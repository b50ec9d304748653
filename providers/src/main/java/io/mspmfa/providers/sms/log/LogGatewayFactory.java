// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.providers.sms.log;

import io.mspmfa.providers.log.LogText;
import io.mspmfa.providers.sms.SmsGateway;
import io.mspmfa.providers.sms.SmsMessage;
import io.mspmfa.providers.sms.options.OptionedGatewayFactory;
import org.jboss.logging.Logger;
import org.keycloak.Config;
import org.keycloak.common.util.Environment;
import org.keycloak.models.KeycloakSession;

/**
 * Writes messages into the server's log instead of sending them, for those who develop themes and flows. Refuses to work
 * on a server that is not in development mode: whoever reads its log could sign in as anybody.
 */
public final class LogGatewayFactory extends OptionedGatewayFactory<Boolean> {
    /** The provider's id. */
    public static final String PROVIDER_ID = "log";

    private static final Logger LOG = Logger.getLogger(LogGatewayFactory.class);

    @Override
    protected Boolean read(Config.Scope options) {
        if (!Environment.isDevMode()) {
            throw new IllegalArgumentException(
                    "The SMS gateway log writes codes into the server's log, so it works with kc.sh start-dev only");
        }
        LOG.warn("The SMS gateway log SENDS NO TEXT MESSAGES. It writes codes and numbers into this log, which is for "
                + "development only.");
        return true;
    }

    @Override
    public SmsGateway create(KeycloakSession session) {
        return LogGatewayFactory::write;
    }

    private static void write(SmsMessage message) {
        LOG.warnf(
                "NOT SENT, because the SMS gateway is log, for development only. To %s: %s",
                LogText.of(message.number()), LogText.of(message.text()));
    }

    @Override
    public String getId() {
        return PROVIDER_ID;
    }
}
