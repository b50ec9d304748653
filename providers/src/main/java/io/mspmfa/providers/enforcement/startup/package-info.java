// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
/** What is checked and said when the server has started. */
@NullMarked
package io.mspmfa.providers.enforcement.startup;

import org.jspecify.annotations.NullMarked;
