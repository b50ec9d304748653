// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.it.http;

import java.net.URI;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Something that happens just before every call to a realm, whoever makes it and wherever in a test. */
public final class Prelude {

    private static final Pattern REALM = Pattern.compile("/realms/([^/]+)(?!.*/msp-mfa-test/)");
    private static final Map<String, Runnable> BY_REALM = new ConcurrentHashMap<>();

    private Prelude() {}

    /** From now on, except before calls to the test provider, since the work is such a call itself. */
    public static void set(String realm, Runnable work) {
        BY_REALM.put(realm, work);
    }

    public static void end(String realm) {
        BY_REALM.remove(realm);
    }

    static void play(URI uri) {
        Matcher matcher = REALM.matcher(uri.getPath());
        if (matcher.find()) {
            BY_REALM.getOrDefault(matcher.group(1), () -> {}).run();
        }
    }
}
