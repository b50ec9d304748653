// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.benchmarks.adaptive;

/** What the administrator has set up. */
enum SetUp {
    NOTHING("nothing"),
    GEO("geo database"),
    GEO_AND_OFFICES("geo database, offices as trusted networks");

    private final String title;

    SetUp(String title) {
        this.title = title;
    }

    String title() {
        return title;
    }
}
