// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
/** The application that users sign in to: it has a redirect address, and exchanges codes for tokens. */
@NullMarked
package io.mspmfa.it.app;

import org.jspecify.annotations.NullMarked;
