// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
/** Taking every second factor off a user, and all that hangs on them, at an administrator's word. */
@NullMarked
package io.mspmfa.providers.resets;

import org.jspecify.annotations.NullMarked;
