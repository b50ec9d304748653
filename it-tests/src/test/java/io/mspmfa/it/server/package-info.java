// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
/** The tested Keycloak: started once in each JVM of the suite, asked for its log, its clock and its SQL count. */
@NullMarked
package io.mspmfa.it.server;

import org.jspecify.annotations.NullMarked;
