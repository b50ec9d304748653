// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
/** Names that others rely on and that more than one feature uses: ids of required actions, details of events. */
@NullMarked
package io.mspmfa.providers.ids;

import org.jspecify.annotations.NullMarked;
