// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
/** Backup codes: how they look, how they are read back from a person, and how they are kept. */
@NullMarked
package io.mspmfa.core.backupcodes;

import org.jspecify.annotations.NullMarked;
