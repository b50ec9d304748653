// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
/** What the realm records. */
@NullMarked
package io.mspmfa.it.events;

import org.jspecify.annotations.NullMarked;
