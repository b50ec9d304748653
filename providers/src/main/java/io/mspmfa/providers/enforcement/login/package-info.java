// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
/** What a login, and the session that it leads to, still owe. */
@NullMarked
package io.mspmfa.providers.enforcement.login;

import org.jspecify.annotations.NullMarked;
