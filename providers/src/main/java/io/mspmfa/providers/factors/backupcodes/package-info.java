// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
/** Backup codes, which stand in for a second factor: how they are stored, and a user's set. */
@NullMarked
package io.mspmfa.providers.factors.backupcodes;

import org.jspecify.annotations.NullMarked;
