// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
/** The security headers of what this extension serves itself. */
@NullMarked
package io.mspmfa.providers.headers;

import org.jspecify.annotations.NullMarked;
