// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.authenticators.directgrant;

import io.mspmfa.authenticators.factors.codes.CodeCheck;
import io.mspmfa.core.enforcement.LoginAnswer;
import io.mspmfa.providers.attempts.Verdict;
import io.mspmfa.providers.enforcement.login.LoginCheck;
import io.mspmfa.providers.factors.SecondFactors;
import io.mspmfa.providers.factors.backupcodes.BackupCodes;
import io.mspmfa.providers.factors.totp.TotpFactor;
import io.mspmfa.providers.ids.EventDetails;
import io.mspmfa.providers.policy.UserPolicies;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.Optional;
import org.keycloak.events.EventBuilder;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.sessions.AuthenticationSessionModel;

/** Checks whether the parameters of a password grant satisfy what its login owes. */
final class GrantCheck {
    private final KeycloakSession session;
    private final RealmModel realm;
    private final UserModel user;
    private final LoginCheck loginCheck;

    /**
     * @param login the login in a managed realm; its user must be known, and the password checked
     */
    GrantCheck(KeycloakSession session, AuthenticationSessionModel login) {
        this.session = session;
        this.realm = login.getRealm();
        this.user = login.getAuthenticatedUser();
        this.loginCheck = new LoginCheck(session, login);
    }

    /**
     * Verifies the submitted code, if one is owed; a correct one is recorded as the login's proof.
     *
     * @param event the event of the request, to which the user and the method are added
     * @return why the login may not finish; empty if nothing is owed any more
     */
    Optional<GrantError> check(EventBuilder event) {
        if (loginCheck.answer() == LoginAnswer.CHALLENGE) {
            Optional<GrantError> error = verify(event);
            if (error.isPresent()) {
                return error;
            }
        }
        return switch (loginCheck.answer()) {
            case NOTHING -> Optional.empty();
            case OFFER_ENROLMENT -> {
                loginCheck.postpone(); // there is no page on which the user could postpone
                yield Optional.empty();
            }
            case CHALLENGE -> Optional.of(GrantError.MISSING);
            case ENROL -> Optional.of(GrantError.NOT_SET_UP);
            case RENEW_BACKUP_CODES -> {
                // another grant has used the other code since this one looked
                session.getTransactionManager().setRollbackOnly();
                yield Optional.of(GrantError.LAST_BACKUP_CODE);
            }
        };
    }

    private Optional<GrantError> verify(EventBuilder event) {
        // older clients of Keycloak send totp (ValidateOTP)
        Optional<String> otp = parameter("otp").or(() -> parameter("totp"));
        Optional<String> backupCode = parameter("backup_code");
        if (!hasCodes()) {
            return Optional.of(isReadable() ? GrantError.NEEDS_BROWSER : GrantError.UNREADABLE);
        }
        if (otp.isEmpty() && backupCode.isEmpty()) {
            return Optional.of(GrantError.MISSING);
        }
        String method = otp.isPresent() ? TotpFactor.WORD : BackupCodes.WORD;
        event.detail(EventDetails.METHOD, method);
        CodeCheck check = new CodeCheck(session, realm, user);
        if (otp.isEmpty() && backupCode.filter(check::isLastBackupCode).isPresent()) {
            return Optional.of(GrantError.LAST_BACKUP_CODE);
        }
        Verdict verdict = otp.map(check::app).orElseGet(() -> check.backupCode(backupCode.orElseThrow()));
        return verdict.isAccepted() ? Optional.empty() : Optional.of(GrantError.of(verdict));
    }

    /** Whether the user has anything that fits into a parameter: a security key needs a browser. */
    private boolean hasCodes() {
        return TotpFactor.INSTANCE.isUsable(user) || BackupCodes.INSTANCE.left(user) > 0;
    }

    private boolean isReadable() {
        return SecondFactors.of(user, UserPolicies.of(session, realm, user)).stream()
                .anyMatch(factor -> factor.isUsable(user));
    }

    /** A parameter that is not empty. */
    private Optional<String> parameter(String name) {
        MultivaluedMap<String, String> form =
                session.getContext().getHttpRequest().getDecodedFormParameters();
        return Optional.ofNullable(form.getFirst(name)).filter(value -> !value.isBlank());
    }
}
