// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
/** This extension's tables in Keycloak's database, as a whole. */
@NullMarked
package io.mspmfa.providers.tables;

import org.jspecify.annotations.NullMarked;
