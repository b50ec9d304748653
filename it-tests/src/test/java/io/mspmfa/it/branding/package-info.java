// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
/** Brands on pages, in mails and in apps. */
@NullMarked
package io.mspmfa.it.branding;

import org.jspecify.annotations.NullMarked;
