// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
/**
 * The admin REST API, under {@code /admin/realms/{realm}/msp-mfa}. Keycloak checks only the token before it calls this
 * code, so every call first asks {@link io.mspmfa.providers.admin.call.Caller} whether it is allowed. This package
 * contains only the entry points; its subpackages do the work, and none of them depends on it.
 */
@NullMarked
package io.mspmfa.providers.admin;

import org.jspecify.annotations.NullMarked;
