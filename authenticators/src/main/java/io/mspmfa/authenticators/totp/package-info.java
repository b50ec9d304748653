// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
/** Sets up an authenticator app, page by page. */
@NullMarked
package io.mspmfa.authenticators.totp;

import org.jspecify.annotations.NullMarked;
