// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.providers.branding;

import io.mspmfa.core.branding.BrandField;
import io.mspmfa.providers.language.OneLine;
import io.mspmfa.providers.language.OrganisationName;
import io.mspmfa.providers.mails.MailBase;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.keycloak.email.EmailException;
import org.keycloak.email.freemarker.FreeMarkerEmailTemplateProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.theme.FreeMarkerException;
import org.keycloak.theme.Theme;

/**
 * Keycloak's mails with the realm's brand, under themes that show one; and our own mails under every theme, where the
 * brand asks for it. The sender's name is the brand's under every theme. Without a brand, this is Keycloak's own provider.
 */
final class BrandedEmails extends FreeMarkerEmailTemplateProvider {
    /** What begins the names of our templates. */
    private static final String OURS = "msp-mfa-";

    /** Always there, so that templates need not ask; empty if no brand is shown. */
    private static final String MODEL = "mspBrand";

    private static final String FOOT = "text/msp-mfa-foot.ftl";

    BrandedEmails(KeycloakSession session) {
        super(session);
    }

    @Override
    protected EmailTemplate processTemplate(
            String subjectKey, List<Object> subjectAttributes, String template, Map<String, Object> attributes)
            throws EmailException {
        try {
            Theme theme = getTheme();
            Brand brand = Brands.of(realm);
            boolean isOurs = template.startsWith(OURS);
            boolean isMarked = BrandedTheme.shows(theme);
            boolean isShown = isMarked || (isOurs && brand.branding().says(BrandField.EVERY_THEME));
            attributes.put(MODEL, isShown ? shown(brand, MailBase.of(session, attributes)) : Map.of());
            EmailTemplate mail = super.processTemplate(subjectKey, subjectAttributes, template, attributes);
            return isOurs || !isMarked ? mail : signed(mail, attributes, theme);
        } catch (IOException | FreeMarkerException e) {
            throw new EmailException("Failed to template email", e);
        }
    }

    private Map<String, Object> shown(Brand brand, Optional<URI> base) {
        return MailBrand.of(brand, tenant(), file -> base.map(uri -> BrandAddress.absolute(uri, realm, file)));
    }

    /** Keycloak's text templates have no frame that could be replaced; ours sign by themselves. */
    private EmailTemplate signed(EmailTemplate mail, Map<String, Object> attributes, Theme theme)
            throws FreeMarkerException {
        String foot = freeMarker.processTemplate(attributes, FOOT, theme);
        return new EmailTemplate(mail.getSubject(), MailText.signed(mail.getTextBody(), foot), mail.getHtmlBody());
    }

    @Override
    protected void send(Map<String, String> config, String subject, String textBody, String htmlBody, String address)
            throws EmailException {
        super.send(MailSender.named(config, Brands.of(realm), tenant()), subject, textBody, htmlBody, address);
    }

    private String tenant() {
        return OneLine.of(OrganisationName.of(session, realm, user, Theme.Type.EMAIL));
    }
}
