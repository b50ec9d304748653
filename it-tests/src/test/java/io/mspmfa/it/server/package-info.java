// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
/** The Keycloak under test: started once for all tests, with access to its log, its clock and its SQL count. */
@NullMarked
package io.mspmfa.it.server;

import org.jspecify.annotations.NullMarked;
