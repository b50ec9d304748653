// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
/** Opens enrolment links: from the link's address to the first page of a login that can only set up a factor. */
@NullMarked
package io.mspmfa.authenticators.links;

import org.jspecify.annotations.NullMarked;
