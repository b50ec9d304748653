// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
/** What attackers and broken clients send. */
@NullMarked
package io.mspmfa.it.input;

import org.jspecify.annotations.NullMarked;
