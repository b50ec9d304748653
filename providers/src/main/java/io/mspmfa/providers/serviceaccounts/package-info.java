// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
/** Which accounts belong to a client, and not to a person. */
@NullMarked
package io.mspmfa.providers.serviceaccounts;

import org.jspecify.annotations.NullMarked;
