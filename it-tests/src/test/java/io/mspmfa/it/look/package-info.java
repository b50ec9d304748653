// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
/** How the pages look, for everybody and everywhere. */
@NullMarked
package io.mspmfa.it.look;

import org.jspecify.annotations.NullMarked;
