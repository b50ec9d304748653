// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
/** Work that nobody waits for. */
@NullMarked
package io.mspmfa.providers.tasks;

import org.jspecify.annotations.NullMarked;
