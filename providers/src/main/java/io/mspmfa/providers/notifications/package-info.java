// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
/** Tells users by e-mail what happened to their second factor. */
@NullMarked
package io.mspmfa.providers.notifications;

import org.jspecify.annotations.NullMarked;
