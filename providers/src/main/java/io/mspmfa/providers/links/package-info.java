// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
/** Links with which users without a factor set one up, in any browser and without a password (K13-K17). */
@NullMarked
package io.mspmfa.providers.links;

import org.jspecify.annotations.NullMarked;
