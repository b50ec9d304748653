// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
/** The console: how it is served, who may sign in to it, and what it shows. */
@NullMarked
package io.mspmfa.it.console;

import org.jspecify.annotations.NullMarked;
