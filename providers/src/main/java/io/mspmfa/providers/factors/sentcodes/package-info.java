// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
/** What factors have in common whose codes are sent. */
@NullMarked
package io.mspmfa.providers.factors.sentcodes;

import org.jspecify.annotations.NullMarked;
