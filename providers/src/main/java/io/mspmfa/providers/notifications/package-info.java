// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
/** Notifies users by e-mail about changes to their second factor. */
@NullMarked
package io.mspmfa.providers.notifications;

import org.jspecify.annotations.NullMarked;
