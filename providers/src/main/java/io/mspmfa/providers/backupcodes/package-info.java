// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
/** The credential that holds a user's backup codes. */
@NullMarked
package io.mspmfa.providers.backupcodes;

import org.jspecify.annotations.NullMarked;
