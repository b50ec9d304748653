// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
/**
 * A reseller's tenants, from master only: listed in numbers, given a floor all at once, made anew with one. Whose a
 * tenant is, the caller's roles in master decide; of others nobody learns here whether they exist.
 */
@NullMarked
package io.mspmfa.providers.admin.tenants;

import org.jspecify.annotations.NullMarked;
