// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.providers.admin.users;

import io.mspmfa.providers.admin.call.AdminCall;
import io.mspmfa.providers.admin.call.CsvExport;
import jakarta.ws.rs.core.Response;

/** The list of users as CSV. */
public final class UsersCsv {
    /** The largest page of the list. */
    private static final int PAGE = 500;

    private UsersCsv() {}

    /** All pages of {@link UsersResource#list}, with the same query and the same rights. */
    public static Response of(AdminCall call) {
        return new CsvExport(call, page -> new UsersResource(page).list(), UserView.class, PAGE)
                .answer("msp-mfa-users");
    }
}
