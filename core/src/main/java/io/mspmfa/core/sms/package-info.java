// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
/** What a text message can hold. */
@NullMarked
package io.mspmfa.core.sms;

import org.jspecify.annotations.NullMarked;
