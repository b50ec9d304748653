// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
/**
 * HQL conditions that several packages use: whom a policy asks, who has a role, which text contains a part. They only
 * select users. The callers decide what is counted, listed or refused because of it.
 */
@NullMarked
package io.mspmfa.providers.admin.query;

import org.jspecify.annotations.NullMarked;
