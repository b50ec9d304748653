// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
/** Where addresses are, according to a file that the operator provides. */
@NullMarked
package io.mspmfa.providers.risk.geo;

import org.jspecify.annotations.NullMarked;
