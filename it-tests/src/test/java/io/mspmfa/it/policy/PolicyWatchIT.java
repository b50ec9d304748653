// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.it.policy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mspmfa.it.http.RawBrowser;
import io.mspmfa.it.pages.TotpPage;
import io.mspmfa.it.realm.Policy;
import io.mspmfa.it.realm.Tenant;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A realm's own policy that changes without a call of the MFA API. */
class PolicyWatchIT {
    private static final ObjectMapper JSON = new ObjectMapper();

    @RegisterExtension
    static final Tenant TENANT = Tenant.managed(Policy.off());

    @BeforeEach
    void requiredAndRecorded() {
        ObjectNode events =
                JSON.createObjectNode().put("adminEventsEnabled", true).put("adminEventsDetailsEnabled", true);
        TENANT.admin().put("/master", events);
        TENANT.admin().put("/" + TENANT.name(), events);
        TENANT.setPolicy(Policy.required());
        TENANT.admin().delete("/" + TENANT.name() + "/admin-events");
    }

    /** As tools do that write a realm's attributes as a whole. */
    @Test
    void R40_aPolicyThatIsWipedWithAllAttributesIsTold() {
        int inMaster = inMaster().size();

        TENANT.change(realm -> realm.putObject("attributes"));

        assertThat(inRealm()).singleElement().satisfies(event -> {
            assertThat(event.path("operationType").asText()).isEqualTo("DELETE");
            assertThat(event.path("representation").asText()).isEqualTo("{\"after\":null}");
        });
        assertThat(inMaster()).hasSize(inMaster + 1);
        assertThat(TENANT.server().log().lines().filter(line -> line.contains("realm " + TENANT.name() + " is gone")))
                .singleElement()
                .asString()
                .contains("WARN", "nobody is asked for a second factor there any more");
    }

    @Test
    void R40_aPolicyThatAScriptChangesIsToldAtTheNextLogin() {
        new RawBrowser(TENANT).login(TENANT.user()).expect(TotpPage.ID);
        int inMaster = inMaster().size();
        TENANT.probe().setRealmAttribute(Tenant.POLICY, "{\"mode\":\"optional\"}");
        assertThat(inRealm()).isEmpty();

        assertThat(new RawBrowser(TENANT).login(TENANT.user()).signedIn()).isTrue();
        assertThat(new RawBrowser(TENANT).login(TENANT.user()).signedIn()).isTrue();

        assertThat(inRealm()).singleElement().satisfies(event -> {
            assertThat(event.path("operationType").asText()).isEqualTo("UPDATE");
            assertThat(event.path("representation").asText()).isEqualTo("{\"after\":{\"mode\":\"optional\"}}");
        });
        assertThat(inMaster()).hasSize(inMaster + 1);
    }

    /** Only a write of the policy itself makes it known. */
    @Test
    void R40_aChangeIsToldAlthoughTheFloorWasWrittenMeanwhile() {
        TENANT.probe().setRealmAttribute(Tenant.POLICY, "{\"mode\":\"off\"}");
        TENANT.setFloor(Policy.optional());

        assertThat(new RawBrowser(TENANT).login(TENANT.user()).signedIn()).isTrue();

        TENANT.admin().delete("/" + TENANT.name() + "/msp-mfa/floor");
        assertThat(inRealm())
                .singleElement()
                .satisfies(event ->
                        assertThat(event.path("representation").asText()).isEqualTo("{\"after\":{\"mode\":\"off\"}}"));
    }

    @Test
    void R40_aPolicyThatCameWithTheRealmIsKnownFromTheStart() {
        Tenant imported = Tenant.managed(Policy.required()).create();

        imported.change(realm -> realm.put("adminEventsEnabled", true).putObject("attributes"));

        assertThat(events(imported.name(), "msp-mfa/policy")).hasSize(1);
        imported.admin().delete("/" + imported.name());
    }

    @Test
    void R40_aPolicyThatTheApiWritesIsToldOnce() {
        TENANT.admin().put("/" + TENANT.name() + "/msp-mfa/policy", Policy.optional());
        TENANT.change(realm -> realm.put("displayName", "Acme"));
        assertThat(new RawBrowser(TENANT).login(TENANT.user()).signedIn()).isTrue();

        assertThat(inRealm())
                .singleElement()
                .satisfies(event ->
                        assertThat(event.at("/authDetails/userId").asText()).isNotEmpty());
    }

    private static List<JsonNode> inRealm() {
        return events(TENANT.name(), "msp-mfa/policy");
    }

    private static List<JsonNode> inMaster() {
        return events("master", "tenants/" + TENANT.name() + "/msp-mfa/policy");
    }

    private static List<JsonNode> events(String realm, String path) {
        JsonNode all = TENANT.admin().get("/" + realm + "/admin-events?max=500");
        return StreamSupport.stream(all.spliterator(), false)
                .filter(event -> event.path("resourceType").asText().equals("MSP_MFA"))
                .filter(event -> event.path("resourcePath").asText().equals(path))
                .toList();
    }
}
