// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.it.admin;

/** What each kind of caller is answered. */
final class CallersTable {
    /**
     * REALM is the tenant, USER one of its users. The callers, in order: nobody; a user; another tenant's administrator;
     * the tenant's view-users, manage-users and realm-admin; users of master with manage-mfa for another realm, with
     * view-mfa and with manage-mfa here; the super administrator; users of master with each of Keycloak's own roles here;
     * a user to whom the tenant gave its own role called manage-mfa.
     */
    static final String TEXT = """
            call                               nobody user foreign viewer manager admin elsewhere views manages super standard selfmade
            GET    REALM policy                   401  403     403    200     200   200       403   200     200   200      403      403
            PUT    REALM policy                   401  403     403    403     403   204       403   403     204   204      403      403
            POST   REALM policy/preview           401  403     403    403     403   200       403   403     200   200      403      403
            POST   REALM policy/preview?layer=floor 401 403    403    403     403   403       403   403     200   200      403      403
            PUT    REALM floor                    401  403     403    403     403   403       403   403     204   204      403      403
            GET    REALM roles                    401  403     403    200     200   200       403   200     200   200      403      403
            GET    REALM branding                 401  403     403    200     200   200       403   200     200   200      403      403
            PUT    REALM branding                 401  403     403    403     403   403       403   403     204   204      403      403
            POST   REALM branding/preview         401  403     403    403     403   403       403   403     200   200      403      403
            DELETE REALM branding                 401  403     403    403     403   403       403   403     204   204      403      403
            GET    master branding                401  403     403    403     403   403       403   403     403   200      403      403
            PUT    master branding                401  403     403    403     403   403       403   403     403   204      403      403
            DELETE master branding                401  403     403    403     403   403       403   403     403   204      403      403
            GET    REALM users                    401  403     403    200     200   200       403   200     200   200      403      403
            GET    REALM users/USER               401  403     403    200     200   200       403   200     200   200      403      403
            PUT    REALM users/USER/required      401  403     403    403     204   204       403   403     204   204      403      403
            POST   REALM users/USER/enrolment-links 401 403    403    403     201   201       403   403     201   201      403      403
            POST   REALM users/USER/reset         401  403     403    403     204   204       403   403     204   204      403      403
            DELETE REALM users/USER/devices       401  403     403    403     204   204       403   403     204   204      403      403
            DELETE REALM users/USER/lock          401  403     403    403     204   204       403   403     204   204      403      403
            DELETE REALM users/USER/devices/none  401  403     403    403     404   404       403   403     404   404      403      403
            GET    REALM users.csv                401  403     403    200     200   200       403   200     200   200      403      403
            POST   REALM bulk                     401  403     403    403     400   400       403   403     400   400      403      403
            GET    REALM summary                  401  403     403    200     200   200       403   200     200   200      403      403
            GET    REALM activity                 401  403     403    200     200   200       403   200     200   200      403      403
            GET    REALM activity/check           401  403     403    200     200   200       403   200     200   200      403      403
            GET    REALM tenants                  401  404     403    404     404   404       404   404     404   404      404      404
            PUT    REALM tenants/floor            401  404     403    404     404   404       404   404     404   404      404      404
            POST   REALM tenants                  401  404     403    404     404   404       404   404     404   404      404      404
            GET    master tenants.csv             401  403     403    403     403   403       200   200     200   200      403      403
            GET    master tenants                 401  403     403    403     403   403       200   200     200   200      403      403
            GET    master tenants/users?search=ada 401 403   403    403     403   403       200   200     200   200      403      403
            GET    master tenants/summary         401  403     403    403     403   403       200   200     200   200      403      403
            GET    master tenants/activity        401  403     403    403     403   403       200   200     200   200      403      403
            PUT    master tenants/floor           401  403     403    403     403   403       200   403     200   200      403      403
            POST   master tenants/floor/preview   401  403     403    403     403   403       200   403     200   200      403      403
            POST   master tenants                 401  403     403    403     403   403       403   403     403   201      403      403
            GET    master policy                  401  403     403    403     403   403       403   403     403   200      403      403
            PUT    master floor                   401  403     403    403     403   403       403   403     403   400      403      403
            DELETE REALM floor                    401  403     403    403     403   403       403   403     204   204      403      403
            DELETE REALM policy                   401  403     403    403     403   204       403   403     204   204      403      403
            """;

    private CallersTable() {}
}
