// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
/**
 * The caller of the admin REST API and the caller's rights; reading requests, answering and recording them. All other
 * packages of the admin REST API depend on this one, and it depends on none of them: it deals with calls, but not with
 * policies, users or tenants.
 */
@NullMarked
package io.mspmfa.providers.admin.call;

import org.jspecify.annotations.NullMarked;
