// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.it.realm;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.function.Consumer;

/** A realm's policy as JSON. Each {@code with} returns a new policy. */
public final class Policy {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final ObjectNode json;

    private Policy(ObjectNode json) {
        this.json = json;
    }

    public static Policy mode(String mode) {
        return new Policy(JSON.createObjectNode().put("mode", mode));
    }

    public static Policy required() {
        return mode("required");
    }

    public static Policy optional() {
        return mode("optional");
    }

    public static Policy off() {
        return mode("off");
    }

    /** Where risk decides, also about who may set up a factor. */
    public static Policy adaptive() {
        return mode("adaptive").enrolWhenRisky(true);
    }

    public Policy enrolWhenRisky(boolean allowed) {
        return inside("adaptive", part -> part.put("enrolWhenRisky", allowed));
    }

    public Policy threshold(int score) {
        return inside("adaptive", part -> part.put("threshold", score));
    }

    public Policy trustedNetworks(String... networks) {
        return inside("adaptive", part -> {
            var list = part.putArray("trustedNetworks");
            for (String network : networks) {
                list.add(network);
            }
        });
    }

    public Policy selfDisable(boolean allowed) {
        ObjectNode copy = json.deepCopy();
        copy.put("selfDisable", allowed);
        return new Policy(copy);
    }

    public Policy localUsersOnly(boolean only) {
        ObjectNode copy = json.deepCopy();
        copy.put("localUsersOnly", only);
        return new Policy(copy);
    }

    public Policy graceDays(int days) {
        ObjectNode copy = json.deepCopy();
        copy.put("graceDays", days);
        return new Policy(copy);
    }

    public Policy methods(String... allowed) {
        ObjectNode copy = json.deepCopy();
        var list = copy.putArray("methods");
        for (String method : allowed) {
            list.add(method);
        }
        return new Policy(copy);
    }

    public Policy exemptRoles(String... names) {
        ObjectNode copy = json.deepCopy();
        var list = copy.putArray("exemptRoles");
        for (String name : names) {
            list.add(name);
        }
        return new Policy(copy);
    }

    public Policy defaultMethod(String method) {
        ObjectNode copy = json.deepCopy();
        copy.put("defaultMethod", method);
        return new Policy(copy);
    }

    public Policy otpsRequired(int count) {
        return inside("enrolment", part -> part.put("otpsRequired", count));
    }

    public Policy backupCodesAfter() {
        return inside("enrolment", part -> part.put("backupCodesStep", "after"));
    }

    public Policy qrOnRequest() {
        return inside("enrolment", part -> part.put("showQrOnRequest", true));
    }

    public Policy keyAlwaysVisible() {
        return inside("enrolment", part -> part.put("revealKeyOnClick", false));
    }

    public Policy qrLifetimeSeconds(int seconds) {
        return inside("enrolment", part -> part.put("qrLifetimeSeconds", seconds));
    }

    public Policy backupCodes(int count) {
        return inside("backupCodes", part -> part.put("count", count));
    }

    public Policy attempts(int max, int lockSeconds) {
        return inside("attempts", part -> part.put("max", max).put("lockSeconds", lockSeconds));
    }

    public Policy notifyByEmail(boolean on) {
        return inside("notifications", part -> part.put("email", on));
    }

    public Policy emailForAdmins() {
        ObjectNode copy = json.deepCopy();
        copy.putObject("email").put("forAdmins", true);
        return new Policy(copy);
    }

    public Policy sms(String field, String value) {
        return inside("sms", part -> part.put(field, value));
    }

    /** Whether each number is one user's only. */
    public Policy uniqueNumbers() {
        return inside("sms", part -> part.put("unique", true));
    }

    /** Which kinds of numbers may be set up. */
    public Policy numberTypes(String... types) {
        return inside("sms", part -> {
            var list = part.putArray("types");
            for (String type : types) {
                list.add(type);
            }
        });
    }

    /** Devices may be trusted for so many days. */
    public Policy rememberDevice(int days) {
        return inside("rememberDevice", part -> part.put("enabled", true).put("days", days));
    }

    public Policy optIn(String offer) {
        return inside("registration", part -> part.put("optIn", offer));
    }

    public Policy signInAgain(boolean required) {
        return inside("registration", part -> part.put("signInAgain", required));
    }

    public Policy contact(String whom) {
        return inside("notifications", part -> part.put("contact", whom));
    }

    /** The value of the realm attribute. */
    @Override
    public String toString() {
        return json.toString();
    }

    private Policy inside(String name, Consumer<ObjectNode> change) {
        ObjectNode copy = json.deepCopy();
        change.accept(copy.withObjectProperty(name));
        return new Policy(copy);
    }
}
