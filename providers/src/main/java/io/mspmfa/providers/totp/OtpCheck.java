// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.providers.totp;

import io.mspmfa.core.totp.Totp;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.credential.OTPCredentialModel;

/**
 * Checks whether a code belongs to one of a user's tokens, is valid now and has not been used. Two wrong codes, one
 * after the other, are correct together if they show that a token is out of step.
 */
final class OtpCheck {
    private static final int LONGEST_CODE = 32;

    private final KeycloakSession session;
    private final RealmModel realm;
    private final UserModel user;

    OtpCheck(KeycloakSession session, RealmModel realm, UserModel user) {
        this.session = session;
        this.realm = realm;
        this.user = user;
    }

    /**
     * Checks a code, and uses it up if it is accepted.
     *
     * @param apps the user's apps and tokens, which must be readable
     * @param typed the code as the user typed it
     * @return the id of the app or token that the code belongs to; empty if the code is refused
     */
    Optional<String> accepts(List<OTPCredentialModel> apps, String typed) {
        if (typed.length() > LONGEST_CODE) {
            return Optional.empty();
        }
        String code = Totp.normalise(typed);
        List<Token> tokens =
                apps.stream().map(app -> Token.of(session, user, app)).toList();
        return tokens.stream()
                .filter(token -> token.accepts(code))
                .findFirst()
                .or(() -> resynchronised(tokens, code))
                .map(Token::id);
    }

    private Optional<Token> resynchronised(List<Token> tokens, String code) {
        LastWrongCode last = new LastWrongCode(session, realm, user);
        Map<String, List<Long>> first = last.take();
        Map<String, List<Long>> second =
                tokens.stream().collect(Collectors.toMap(Token::id, token -> token.positionsOf(code)));
        Optional<Token> accepted = tokens.stream()
                .filter(token -> token.followTo(of(token, first), of(token, second)))
                .findFirst();
        if (accepted.isEmpty()) {
            last.remember(second);
        }
        return accepted;
    }

    private static List<Long> of(Token token, Map<String, List<Long>> positions) {
        return positions.getOrDefault(token.id(), List.of());
    }
}
