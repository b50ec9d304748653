// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.providers.admin.tenants;

import java.util.function.Predicate;

/** What is true of a tenant or not, and can be asked for in a list. */
enum TenantTrait {
    COMPLIANT("compliant", Tenant::isCompliant),
    MANAGED("managed", Tenant::isManaged),
    UNREADABLE("unreadable", tenant -> tenant.texts().isUnreadable()),
    ADMINS_WITHOUT_MFA("adminsWithoutMfa", Tenant::hasUnprotectedAdmins),
    MUST_ENROL("mustEnrol", tenant -> tenant.numbers().mustEnrol() > 0),
    LOCKED("locked", tenant -> tenant.numbers().locked() > 0);

    private final String parameter;

    @SuppressWarnings("ImmutableEnumChecker") // a function without state
    private final Predicate<Tenant> test;

    TenantTrait(String parameter, Predicate<Tenant> test) {
        this.parameter = parameter;
        this.test = test;
    }

    /** The name of the query parameter, a flag. */
    String parameter() {
        return parameter;
    }

    boolean isTrueOf(Tenant tenant) {
        return test.test(tenant);
    }
}
