// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
/** The pages of the console. */
@NullMarked
package io.mspmfa.it.pages.console;

import org.jspecify.annotations.NullMarked;
