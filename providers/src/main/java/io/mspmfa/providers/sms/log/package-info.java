// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
/** The gateway for development, which sends nothing. */
@NullMarked
package io.mspmfa.providers.sms.log;

import org.jspecify.annotations.NullMarked;
