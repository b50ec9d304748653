// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.authenticators.registration;

import java.util.List;
import java.util.Optional;

/**
 * Finds the place for our part in a registration page. Every template has to post to Keycloak's address for
 * registrations; nothing else about the page is certain.
 */
final class RegistrationHtml {
    /** Identifies our part; a template that has it has placed it itself. */
    static final String ID = "msp-mfa-opt-in";

    private static final String ADDRESS = "/login-actions/registration";

    /** What comes after the fields in Keycloak's own templates: links and the submit button. */
    private static final List<String> AFTER_FIELDS = List.of("kc-form-options", "kc-form-buttons");

    private RegistrationHtml() {}

    /**
     * The page with our part in its form, above the button.
     *
     * @return empty if the page has our part already, or no form to put it into
     */
    static Optional<String> with(String part, String page) {
        List<HtmlTag> tags = HtmlTag.in(page);
        if (tags.stream().anyMatch(tag -> tag.hasId(ID))) {
            return Optional.empty();
        }
        return place(tags).map(place -> page.substring(0, place) + part + page.substring(place));
    }

    private static Optional<Integer> place(List<HtmlTag> tags) {
        for (int i = 0; i < tags.size(); i++) {
            HtmlTag tag = tags.get(i);
            if (tag.name().equals("form") && tag.attribute("action").contains(ADDRESS)) {
                return inForm(tags.subList(i + 1, tags.size()));
            }
        }
        return Optional.empty();
    }

    private static Optional<Integer> inForm(List<HtmlTag> after) {
        HtmlTag button = null;
        for (HtmlTag tag : after) {
            if (AFTER_FIELDS.contains(tag.attribute("id"))) {
                return Optional.of(tag.start());
            }
            if (tag.name().equals("/form")) {
                return Optional.of((button == null ? tag : button).start());
            }
            button = isSubmit(tag) ? tag : button;
        }
        return Optional.empty();
    }

    private static boolean isSubmit(HtmlTag tag) {
        String type = tag.attribute("type");
        return switch (tag.name()) {
            case "button" -> type.isEmpty() || type.equalsIgnoreCase("submit");
            case "input" -> type.equalsIgnoreCase("submit") || type.equalsIgnoreCase("image");
            default -> false;
        };
    }
}
