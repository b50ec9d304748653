// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
/** Setting up an authenticator app: entry points, pages, codes, settings and secrets. */
@NullMarked
package io.mspmfa.it.enrolment;

import org.jspecify.annotations.NullMarked;
