// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
/** Comma-separated values (RFC 4180), as spreadsheets read and write them. */
@NullMarked
package io.mspmfa.core.csv;

import org.jspecify.annotations.NullMarked;
