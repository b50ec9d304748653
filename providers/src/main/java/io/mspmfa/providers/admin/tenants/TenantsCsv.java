// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.providers.admin.tenants;

import io.mspmfa.providers.admin.call.AdminCall;
import io.mspmfa.providers.admin.call.CsvExport;
import jakarta.ws.rs.core.Response;

/** The list of tenants as CSV. */
public final class TenantsCsv {
    /** The largest page of the list. */
    private static final int PAGE = 200;

    private TenantsCsv() {}

    /** All pages of {@link TenantsResource#list}, with the same query and the same rights. */
    public static Response of(AdminCall call) {
        return new CsvExport(call, page -> new TenantsResource(page).list(), TenantView.class, PAGE)
                .answer("msp-mfa-tenants");
    }
}
