// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.authenticators.enforcement;

import io.mspmfa.core.risk.Judgement;
import io.mspmfa.providers.enforcement.login.LoginCheck;
import io.mspmfa.providers.enforcement.login.LoginDevice;
import io.mspmfa.providers.enforcement.login.LoginRisk;
import io.mspmfa.providers.ids.EventDetails;
import org.keycloak.authentication.RequiredActionContext;
import org.keycloak.events.EventBuilder;
import org.keycloak.sessions.AuthenticationSessionModel;

/** A login that owes nothing any more: what its event says, and what is remembered of it. */
final class SettledLogin {
    private final RequiredActionContext context;
    private final AuthenticationSessionModel login;
    private final LoginCheck loginCheck;

    SettledLogin(RequiredActionContext context, LoginCheck loginCheck) {
        this.context = context;
        this.login = context.getAuthenticationSession();
        this.loginCheck = loginCheck;
    }

    /** To be called whenever Keycloak asks, which may be several times before the login has finished. */
    void settle() {
        loginCheck.settle();
        describeDevice(new LoginDevice(context.getSession(), login));
        LoginRisk risk = new LoginRisk(context.getSession(), login);
        risk.judged().ifPresent(this::describeRisk);
        risk.mayFinish();
    }

    private void describeDevice(LoginDevice device) {
        if (device.isNew()) {
            context.getEvent().detail(EventDetails.DEVICE, EventDetails.NEW);
        } else if (isWithoutProof() && device.isTrusted()) {
            context.getEvent().detail(EventDetails.DEVICE, EventDetails.TRUSTED);
            new CompletedNotes(login).withoutCodes();
        }
    }

    private void describeRisk(Judgement judgement) {
        EventBuilder event = context.getEvent().detail(EventDetails.SCORE, Integer.toString(judgement.score()));
        if (!judgement.reasons().isEmpty()) {
            event.detail(EventDetails.RISK, String.join("+", judgement.reasons()));
        }
        if (isWithoutProof()) {
            new CompletedNotes(login).withoutCodes();
        }
    }

    private boolean isWithoutProof() {
        return loginCheck.proofInLogin().isEmpty();
    }
}
