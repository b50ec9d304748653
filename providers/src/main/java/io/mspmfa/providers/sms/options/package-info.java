// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
/** What the gateways have in common: their options, their secrets, and how many logins may wait for them. */
@NullMarked
package io.mspmfa.providers.sms.options;

import org.jspecify.annotations.NullMarked;
