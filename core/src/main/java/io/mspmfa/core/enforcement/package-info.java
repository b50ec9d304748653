// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
/** What a login still needs before it may finish. */
@NullMarked
package io.mspmfa.core.enforcement;

import org.jspecify.annotations.NullMarked;
