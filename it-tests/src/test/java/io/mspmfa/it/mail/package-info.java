// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
/** The mail server for all tests. */
@NullMarked
package io.mspmfa.it.mail;

import org.jspecify.annotations.NullMarked;
