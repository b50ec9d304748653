// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
/** Black-box tests: a real Keycloak with the packed JAR, a real browser, people and attackers. */
@NullMarked
package io.mspmfa.it;

import org.jspecify.annotations.NullMarked;
