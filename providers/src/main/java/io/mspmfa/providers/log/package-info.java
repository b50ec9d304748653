// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
/** What may appear in the server's log. */
@NullMarked
package io.mspmfa.providers.log;

import org.jspecify.annotations.NullMarked;
