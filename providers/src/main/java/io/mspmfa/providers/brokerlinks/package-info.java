// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
/** When and how accounts at identity providers were linked to users who existed already. */
@NullMarked
package io.mspmfa.providers.brokerlinks;

import org.jspecify.annotations.NullMarked;
