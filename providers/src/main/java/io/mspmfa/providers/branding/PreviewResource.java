// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.providers.branding;

import io.mspmfa.providers.headers.OwnHeaders;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.keycloak.forms.login.LoginFormsProvider;
import org.keycloak.models.KeycloakSession;

/**
 * Shows what pages would look like in a brand that isn't stored. The pages are real templates with made-up contents. They
 * have no function: forms can't be sent, and nothing on them can be clicked. Only pages of this server may frame them.
 */
public final class PreviewResource {
    /** Scripts: those that a template contains itself, which choose dark mode. */
    private static final String POLICY = "default-src 'none'; style-src 'self' 'unsafe-inline'; img-src 'self' data:;"
            + " font-src 'self'; script-src 'unsafe-inline'; frame-src 'self'; form-action 'none'; base-uri 'none';"
            + " frame-ancestors 'self'; sandbox allow-same-origin allow-scripts";

    private static final Pattern SCRIPT =
            Pattern.compile("<script\\b.*?</script>", Pattern.DOTALL | Pattern.CASE_INSENSITIVE);

    private static final String DARK_MODE = "DARK_MODE_CLASS";

    private final KeycloakSession session;

    /** @param session Keycloak's session of this request */
    public PreviewResource(KeycloakSession session) {
        this.session = session;
    }

    /**
     * An overview, which frames the pages.
     *
     * @param page a single page, by its name
     */
    @GET
    @Path("{id}")
    public Response show(@PathParam("id") String id, @QueryParam("page") @Nullable String page) {
        Preview preview = preview(id);
        if (!(session.getProvider(LoginFormsProvider.class) instanceof BrandedLoginForms forms)) {
            throw new NotFoundException(); // another extension shows the pages
        }
        forms.of(preview);
        Response shown = page == null
                ? overview(forms)
                : SamplePage.named(page).show(forms, session.getContext().getRealm(), preview.brand());
        String html = page == null ? String.valueOf(shown.getEntity()) : inert(shown.getEntity());
        return OwnHeaders.of(POLICY, OwnHeaders.NO_STORE)
                .on(session, Response.fromResponse(shown).entity(html));
    }

    /** The files of the brand. */
    @Path("{id}/" + BrandAddress.PATH)
    public BrandResource files(@PathParam("id") String id) {
        return new BrandResource(session, () -> preview(id).brand());
    }

    private Preview preview(String id) {
        return new Previews(session, session.getContext().getRealm()).find(id).orElseThrow(NotFoundException::new);
    }

    private static Response overview(LoginFormsProvider forms) {
        List<Map<String, String>> pages = Arrays.stream(SamplePage.values())
                .map(page -> Map.of("name", page.word(), "title", page.title()))
                .toList();
        return forms.setAttribute("mspMfa", Map.of("pages", pages)).createForm("msp-mfa-preview.ftl");
    }

    /**
     * Nothing on a page can be reached, by mouse or by keyboard, and no script runs but the one that chooses dark mode: the
     * others would watch for a login in other tabs, and go there.
     */
    private static String inert(Object html) {
        String still = String.valueOf(html).replaceFirst("<body\\b", "<body inert");
        return SCRIPT.matcher(still)
                .replaceAll(found -> found.group().contains(DARK_MODE) ? Matcher.quoteReplacement(found.group()) : "");
    }
}
