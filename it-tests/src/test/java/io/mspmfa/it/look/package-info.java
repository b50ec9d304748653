// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
/** What the pages look like, for everyone and in every theme. */
@NullMarked
package io.mspmfa.it.look;

import org.jspecify.annotations.NullMarked;
