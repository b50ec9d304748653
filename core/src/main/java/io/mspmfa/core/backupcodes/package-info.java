// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
/** Backup codes: what they look like, how typed ones are read, and how they are stored. */
@NullMarked
package io.mspmfa.core.backupcodes;

import org.jspecify.annotations.NullMarked;
