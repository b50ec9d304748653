// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
/** What callers learn about themselves. */
@NullMarked
package io.mspmfa.providers.admin.me;

import org.jspecify.annotations.NullMarked;
