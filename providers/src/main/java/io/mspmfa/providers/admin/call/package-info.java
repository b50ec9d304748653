// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
/**
 * Who calls the admin REST, and what that one may do; reading what was sent, answering and recording it. Every other room
 * of the admin REST stands on this one, and this one on none of them: what is here knows of calls, but of no policy, user
 * or tenant.
 */
@NullMarked
package io.mspmfa.providers.admin.call;

import org.jspecify.annotations.NullMarked;
