// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
/**
 * The status of users, and what an admin may do for one of them. Lists come in pages, read by a fixed number of
 * statements each, however many factors there are. Nothing here ever shows a secret.
 */
@NullMarked
package io.mspmfa.providers.admin.users;

import org.jspecify.annotations.NullMarked;
