// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
/** Shows backup codes, once, and creates new sets. */
@NullMarked
package io.mspmfa.authenticators.backupcodes;

import org.jspecify.annotations.NullMarked;
