// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
/** The tested Keycloak: started once for the whole suite, asked for its log, its clock and its SQL count. */
@NullMarked
package io.mspmfa.it.server;

import org.jspecify.annotations.NullMarked;
