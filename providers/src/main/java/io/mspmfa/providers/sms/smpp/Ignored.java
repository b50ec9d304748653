// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.providers.sms.smpp;

import org.jsmpp.bean.AlertNotification;
import org.jsmpp.bean.DataSm;
import org.jsmpp.bean.DeliverSm;
import org.jsmpp.extra.ProcessRequestException;
import org.jsmpp.session.DataSmResult;
import org.jsmpp.session.MessageReceiverListener;
import org.jsmpp.session.Session;

/** Accepts what the message centre delivers, such as answers to our messages, so that it doesn't try again; drops it. */
final class Ignored implements MessageReceiverListener {
    /** SMPP 3.4 section 5.1.3: the command is not known here. */
    private static final int INVALID_COMMAND = 3;

    @Override
    public void onAcceptDeliverSm(DeliverSm message) {}

    @Override
    public void onAcceptAlertNotification(AlertNotification notification) {}

    @Override
    public DataSmResult onAcceptDataSm(DataSm message, Session source) throws ProcessRequestException {
        throw new ProcessRequestException("data_sm is not used", INVALID_COMMAND);
    }
}
