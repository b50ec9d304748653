// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
/** What is stored of each user's logins: the table MSP_MFA_PROFILE. */
@NullMarked
package io.mspmfa.providers.risk.profiles;

import org.jspecify.annotations.NullMarked;
