// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.authenticators.registration;

import io.mspmfa.core.enforcement.RegistrationOffer;
import io.mspmfa.core.policy.Policy;
import io.mspmfa.core.policy.PolicyField;
import io.mspmfa.providers.log.LogText;
import io.mspmfa.providers.policy.Newcomers;
import io.mspmfa.providers.policy.RealmPolicies;
import java.io.IOException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.keycloak.authentication.FormAction;
import org.keycloak.authentication.FormContext;
import org.keycloak.forms.login.LoginFormsProvider;
import org.keycloak.forms.login.freemarker.model.UrlBean;
import org.keycloak.models.AuthenticationExecutionModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.theme.FreeMarkerException;
import org.keycloak.theme.Theme;
import org.keycloak.theme.beans.MessageFormatterMethod;
import org.keycloak.theme.freemarker.FreeMarkerProvider;

/** Our part of a registration page. */
final class OptInPart {
    private static final Logger LOG = Logger.getLogger(OptInPart.class);
    private static final String TEMPLATE = "msp-mfa-registration.ftl";

    /** Under this name, our templates find their values. */
    private static final String MODEL = "mspMfa";

    private final KeycloakSession session;
    private final Map<String, Object> values;

    private OptInPart(KeycloakSession session, Map<String, Object> values) {
        this.session = session;
        this.values = values;
    }

    /** What belongs on the page of a registration; empty if nothing does. */
    static Optional<OptInPart> of(FormContext context) {
        KeycloakSession session = context.getSession();
        if (!RealmPolicies.isManaged(context.getRealm())) {
            return Optional.empty();
        }
        RegistrationOffer offer = Newcomers.offer(session, context.getRealm());
        if (offer == RegistrationOffer.NOTHING || (offer.isChoice() && !isChoiceRead(context))) {
            return Optional.empty();
        }
        Policy policy = RealmPolicies.of(context.getRealm());
        RegistrationChoice.Posted posted = RegistrationChoice.posted(session);
        boolean ticked = posted == null ? offer == RegistrationOffer.PRE_CHECKED : posted.isTicked();
        boolean refused = posted != null && posted.isRefused();
        return Optional.of(new OptInPart(
                session,
                Map.of(
                        "choice",
                        offer.isChoice(),
                        "field",
                        RegistrationChoice.FIELD,
                        "method",
                        policy.get(PolicyField.DEFAULT_METHOD).json(),
                        "ticked",
                        ticked && !refused,
                        "refused",
                        refused)));
    }

    /** Whether one of our actions is in the flow of the form: a box that nobody reads must not be shown. */
    private static boolean isChoiceRead(FormContext context) {
        var factories = context.getSession().getKeycloakSessionFactory();
        return context.getRealm()
                .getAuthenticationExecutionsStream(context.getExecution().getFlowId())
                .filter(AuthenticationExecutionModel::isEnabled)
                .map(action -> factories.getProviderFactory(FormAction.class, action.getAuthenticator()))
                .anyMatch(ReadsChoice.class::isInstance);
    }

    /** Passes the values on to the template of the page, which may place our part itself. */
    void passTo(LoginFormsProvider form) {
        form.setAttribute(MODEL, values);
    }

    /** As HTML; empty if it can't be made. */
    Optional<String> html() {
        try {
            return Optional.of(
                    session.getProvider(FreeMarkerProvider.class).processTemplate(model(), TEMPLATE, theme()));
        } catch (IOException | FreeMarkerException e) {
            LOG.warnf(
                    e,
                    "The registration page of realm %s is shown without a second factor",
                    LogText.of(session.getContext().getRealm().getName()));
            return Optional.empty();
        }
    }

    private Theme theme() throws IOException {
        return session.theme().getTheme(Theme.Type.LOGIN);
    }

    /** What Keycloak passes to templates, as far as ours needs it (FreeMarkerLoginFormsProvider). */
    private Map<String, Object> model() throws IOException {
        Theme theme = theme();
        var context = session.getContext();
        Locale locale = context.resolveLocale(null);
        Map<String, Object> model = new HashMap<>();
        model.put("msg", new MessageFormatterMethod(locale, theme.getEnhancedMessages(context.getRealm(), locale)));
        model.put("properties", theme.getProperties());
        model.put("url", new UrlBean(context.getRealm(), theme, context.getUri().getBaseUri(), null));
        model.put(MODEL, values);
        return model;
    }
}
