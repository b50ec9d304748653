// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.authenticators.conversation;

import io.mspmfa.providers.branding.AppName;
import io.mspmfa.providers.branding.Brands;
import io.mspmfa.providers.language.OrganisationName;
import jakarta.ws.rs.core.Response;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.keycloak.forms.login.LoginFormsProvider;
import org.keycloak.models.UserModel;
import org.keycloak.models.utils.FormMessage;
import org.keycloak.theme.Theme;

/** One of our pages: a template and its values, which the template finds under {@code mspMfa}. */
public final class Page {
    private static final String MODEL = "mspMfa";

    private final String template;
    private final LoginFormsProvider form;
    private final Map<String, @Nullable Object> model = new HashMap<>();

    Page(StepContext step, String template) {
        this.template = template;
        this.form = step.form();
        String organisation = OrganisationName.of(step.session(), step.realm(), step.user(), Theme.Type.LOGIN);
        with("issuer", organisation);
        with("appName", appName(step, organisation));
        with("account", account(step.user()));
        with("cancellable", step.isCancellable());
    }

    /** Passes a value to the template. */
    public Page with(String name, @Nullable Object value) {
        model.put(name, value);
        return this;
    }

    /** Shows an error at a field. Numbers are written in the digits of codes, not in those of the language. */
    public Page error(String field, String message, Object... parameters) {
        Object[] texts = Stream.of(parameters).map(String::valueOf).toArray();
        form.addError(new FormMessage(field, message, texts));
        return this;
    }

    /** Shows an error at the top of the page. */
    public Page problem(@Nullable String message) {
        if (message != null) {
            form.setError(message);
        }
        return this;
    }

    /** Shows a success message at the top of the page. */
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

    /** What apps call the organisation that the account belongs to. */
    public static String appName(StepContext step) {
        return appName(step, OrganisationName.of(step.session(), step.realm(), step.user(), Theme.Type.LOGIN));
    }

    private static String appName(StepContext step, String organisation) {
        return AppName.of(Brands.of(step.realm()), organisation);
    }

    /** Identifies the account, as apps show it: the e-mail address, or the username if there is none. */
    public static String account(UserModel user) {
        String email = user.getEmail();
        return email == null || email.isBlank() ? user.getUsername() : email;
    }
}
