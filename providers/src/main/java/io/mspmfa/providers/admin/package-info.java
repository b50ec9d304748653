// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
/**
 * The admin REST, under {@code /admin/realms/{realm}/msp-mfa}. Keycloak checks the token and nothing else before it
 * calls in here, so every call asks {@link io.mspmfa.providers.admin.call.Caller} first. Here it
 * only begins; the rooms below do the work, and none of them knows this one.
 */
@NullMarked
package io.mspmfa.providers.admin;

import org.jspecify.annotations.NullMarked;
