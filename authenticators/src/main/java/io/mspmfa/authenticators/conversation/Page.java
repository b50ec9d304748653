// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.authenticators.conversation;

import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import org.keycloak.forms.login.LoginFormsProvider;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.utils.FormMessage;
import org.keycloak.theme.TemplatingUtil;
import org.keycloak.theme.Theme;

/** A page of ours: a template and the values it is filled with, which it finds under {@code mspMfa}. */
public final class Page {
    private static final String MODEL = "mspMfa";

    private final String template;
    private final LoginFormsProvider form;
    private final Map<String, @Nullable Object> model = new HashMap<>();

    Page(StepContext step, String template) {
        this.template = template;
        this.form = step.form();
        with("issuer", issuer(step));
        with("account", account(step.user()));
        with("cancellable", step.isCancellable());
    }

    /** Gives the template a value. */
    public Page with(String name, @Nullable Object value) {
        model.put(name, value);
        return this;
    }

    /** Says at a field what is wrong with it. */
    public Page error(String field, String message, Object... parameters) {
        form.addError(new FormMessage(field, message, parameters));
        return this;
    }

    /** Says at the top what went wrong. */
    public Page problem(@Nullable String message) {
        if (message != null) {
            form.setError(message);
        }
        return this;
    }

    /** Says at the top what went well. */
    public Page success(@Nullable String message) {
        if (message != null) {
            form.setSuccess(message);
        }
        return this;
    }

    /** The page as HTML. */
    public Response render() {
        return form.setAttribute(MODEL, model).createForm(template);
    }

    /** Whose account it is, as apps show it: the realm's display name. */
    public static String issuer(StepContext step) {
        RealmModel realm = step.realm();
        String name = realm.getDisplayName();
        if (name == null || name.isBlank()) {
            return realm.getName();
        }
        return name.contains("${") ? resolve(step, name) : name;
    }

    /** Which account it is, as apps show it: the e-mail address, or the username where there is none. */
    public static String account(UserModel user) {
        String email = user.getEmail();
        return email == null || email.isBlank() ? user.getUsername() : email;
    }

    /** A display name may name a message, as TotpUtils.getIssuerName in Keycloak has it. */
    private static String resolve(StepContext step, String name) {
        try {
            Locale locale = step.session().getContext().resolveLocale(step.user());
            Properties messages =
                    step.session().theme().getTheme(Theme.Type.LOGIN).getEnhancedMessages(step.realm(), locale);
            return TemplatingUtil.resolveVariables(name, messages);
        } catch (IOException e) {
            return name;
        }
    }
}
