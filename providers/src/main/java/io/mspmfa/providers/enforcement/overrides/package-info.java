// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
/** The places of Keycloak's own providers that this extension takes. */
@NullMarked
package io.mspmfa.providers.enforcement.overrides;

import org.jspecify.annotations.NullMarked;
