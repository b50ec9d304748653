// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
/** What must not appear in logs, events, addresses and pages. */
@NullMarked
package io.mspmfa.it.secrecy;

import org.jspecify.annotations.NullMarked;
