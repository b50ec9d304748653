// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
/** Sends codes to users, within limits, and recognises them. Doesn't depend on how they are sent. */
@NullMarked
package io.mspmfa.providers.codes;

import org.jspecify.annotations.NullMarked;
