// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
/** What all nodes know at once and for a limited time: marks, counts and locks. */
@NullMarked
package io.mspmfa.providers.store;

import org.jspecify.annotations.NullMarked;
