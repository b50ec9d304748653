// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
/** Enrolment links, opened in all kinds of browsers. */
@NullMarked
package io.mspmfa.it.links;

import org.jspecify.annotations.NullMarked;
