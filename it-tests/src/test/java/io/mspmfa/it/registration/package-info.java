// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
/** People who register themselves, and are offered a second factor while they do. */
@NullMarked
package io.mspmfa.it.registration;

import org.jspecify.annotations.NullMarked;
