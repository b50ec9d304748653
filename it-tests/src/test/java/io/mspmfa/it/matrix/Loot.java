// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.it.matrix;

import io.mspmfa.it.app.TokenResult;
import io.mspmfa.it.pages.RawPage;
import io.mspmfa.it.realm.User;

/**
 * The result of an attack.
 *
 * @param tokens whether the attacker has an access token in the user's name
 * @param sessions the user's sessions afterwards
 * @param where the page on which it ended, or the OAuth error
 * @param text the text that was shown there
 */
record Loot(boolean tokens, int sessions, String where, String text) {

    /** The attack ended on a page, or back in the app. */
    static Loot of(Scene scene, User user, RawPage page) {
        if (page.atApp()) {
            return of(scene, user, page.tokens());
        }
        return new Loot(false, scene.tenant().sessions(user), page.id(), page.text());
    }

    /** The attack ended at the token endpoint. */
    static Loot of(Scene scene, User user, TokenResult result) {
        return new Loot(result.signedIn(), scene.tenant().sessions(user), result.error(), result.errorDescription());
    }
}
