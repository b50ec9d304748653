// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
/** What applications are told about how somebody signed in. */
@NullMarked
package io.mspmfa.it.claims;

import org.jspecify.annotations.NullMarked;
