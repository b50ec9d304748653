// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
/** What this extension stores about credentials, beside them. */
@NullMarked
package io.mspmfa.providers.credentials;

import org.jspecify.annotations.NullMarked;
