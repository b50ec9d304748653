// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
/** Plain HTTP, which scripts and attackers use instead of a browser. */
@NullMarked
package io.mspmfa.it.http;

import org.jspecify.annotations.NullMarked;
