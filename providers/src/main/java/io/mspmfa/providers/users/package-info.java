// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
/** What is stored about each user outside Keycloak's own tables: required flag, grace, last challenge, lock. */
@NullMarked
package io.mspmfa.providers.users;

import org.jspecify.annotations.NullMarked;
