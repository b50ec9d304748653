// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
/**
 * A reseller's tenants, from master only: listing them with numbers, setting a floor for many of them, and creating new
 * ones with a floor. The caller's roles in master decide which tenants are theirs; callers can't find out whether
 * others exist.
 */
@NullMarked
package io.mspmfa.providers.admin.tenants;

import org.jspecify.annotations.NullMarked;
