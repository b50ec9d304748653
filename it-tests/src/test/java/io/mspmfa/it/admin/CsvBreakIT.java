// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.it.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mspmfa.it.admin.Staff.Person;
import io.mspmfa.it.realm.Policy;
import io.mspmfa.it.realm.Tenant;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A list in CSV that is too long for the buffers on its way (X15). */
class CsvBreakIT {
    /** With names of this length, far more than a server can send ahead of a client that doesn't read. */
    private static final int USERS = 30_000;

    private static final int NAME = 250;
    private static final int FIRST_PART = 65_536;

    @RegisterExtension
    static final Tenant TENANT = Tenant.managed(Policy.optional());

    @RegisterExtension
    static final Staff STAFF = new Staff();

    @BeforeAll
    static void manyUsers() {
        int made = TENANT.probe()
                .sql(
                        "insert into USER_ENTITY (ID, EMAIL_CONSTRAINT, EMAIL_VERIFIED, ENABLED, REALM_ID, USERNAME, FIRST_NAME,"
                                + " LAST_NAME, NOT_BEFORE) select random_uuid(), cast(random_uuid() as varchar), false, true, :realm, 'many' || X, repeat('f', "
                                + NAME + "), repeat('l', " + NAME
                                + "), 0 from system_range(1, " + USERS + ")");
        assertThat(made).isEqualTo(USERS);
    }

    @Test
    void X15_aLongListArrivesWhole() throws IOException, InterruptedException {
        try (InputStream list = open(STAFF.reseller(TENANT, "view-mfa"))) {
            assertThat(new String(list.readAllBytes(), StandardCharsets.UTF_8).lines())
                    .hasSize(USERS + 1);
        }
    }

    @Test
    void X15_aListThatBreaksOffIsNotTakenForAWholeOne() throws IOException, InterruptedException {
        Person reseller = STAFF.reseller(TENANT, "view-mfa");
        try (InputStream list = open(reseller)) {
            assertThat(list.readNBytes(FIRST_PART)).hasSize(FIRST_PART);

            STAFF.superAdmin().put("/master/users/" + reseller.user().id(), Json.of("{'enabled': false}"));

            assertThatThrownBy(list::readAllBytes).isInstanceOf(IOException.class);
        }
    }

    private static InputStream open(Person caller) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(
                        TENANT.server().uri("/admin/realms/" + TENANT.name() + "/msp-mfa/users.csv"))
                .header("Authorization", "Bearer " + caller.login().get())
                .build();
        HttpResponse<InputStream> answer = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .build()
                .send(request, BodyHandlers.ofInputStream());
        assertThat(answer.statusCode()).isEqualTo(200);
        return answer.body();
    }
}
