// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.it.admin;

/** Calls in a tenant's realm whose answers are compared with their description. */
final class OpenApiCalls {
    /** Status, method, path, query, body. */
    static final String TEXT = """
            200 | GET | me | | {}
            400 | GET | me | ?max=1 | {}
            200 | GET | roles | ?max=1 | {}
            400 | GET | roles | ?max=201 | {}
            200 | GET | policy | | {}
            204 | PUT | policy | | {'mode': 'optional', 'graceDays': 3, 'notifications': {'contact': 'help desk'}}
            400 | PUT | policy | | {'mode': 'sometimes'}
            409 | PUT | policy | | {'mode': 'required', 'methods': ['sms'], 'sms': {'types': []}}
            200 | POST | policy/preview | | {'mode': 'required', 'graceDays': 3}
            400 | POST | policy/preview | ?layer=x | {}
            204 | PUT | floor | | {'mode': 'optional'}
            400 | PUT | floor | | {'graceDays': 31}
            409 | PUT | floor | | {'mode': 'required', 'methods': ['sms'], 'sms': {'types': []}}
            204 | PUT | floor | ?merge=true | {'graceDays': 5}
            200 | POST | policy/preview | ?merge=true | {'graceDays': 6}
            204 | DELETE | floor | | {}
            200 | GET | users | ?max=1 | {}
            200 | GET | users | ?enrolled=true | {}
            200 | GET | users | ?state=mustEnrol&admin=false&backupCodesBelow=3&sort=lastChallengeAt&order=desc | {}
            400 | GET | users | ?max=0 | {}
            200 | GET | users.csv | | {}
            400 | GET | users.csv | ?max=1 | {}
            400 | POST | bulk | | {}
            200 | GET | users/USER | | {}
            404 | GET | users/nobody | | {}
            204 | PUT | users/USER/required | | {'required': true}
            400 | PUT | users/USER/required | | {'required': 'yes'}
            404 | PUT | users/nobody/required | | {'required': true}
            201 | POST | users/USER/enrolment-links | | {'ttlSeconds': 60}
            400 | POST | users/USER/enrolment-links | | {'ttlSeconds': 601}
            204 | POST | users/USER/reset | | {'reason': 'lost'}
            400 | POST | users/USER/reset | | {}
            204 | DELETE | users/USER/devices | | {}
            204 | DELETE | users/USER/lock | | {}
            400 | DELETE | users/USER/lock | ?x=1 | {}
            404 | DELETE | users/nobody/lock | | {}
            404 | DELETE | users/USER/devices/DEVICE | | {}
            200 | GET | summary | | {}
            200 | GET | activity | | {}
            200 | GET | activity | ?user=USER&max=1 | {}
            400 | GET | activity | ?after=x | {}
            200 | GET | activity | ?byAdministrators=true | {}
            400 | GET | activity | ?byAdministrators=1 | {}
            400 | GET | activity | ?max=501 | {}
            200 | GET | activity/check | | {}
            204 | DELETE | policy | | {}
            """;

    private OpenApiCalls() {}
}
