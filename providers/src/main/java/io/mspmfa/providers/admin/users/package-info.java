// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
/**
 * The status of users, and what an administrator may do for one of them. Lists are paged; each page takes a fixed
 * number of SQL statements, however many factors there are. Nothing here ever shows a secret.
 */
@NullMarked
package io.mspmfa.providers.admin.users;

import org.jspecify.annotations.NullMarked;
