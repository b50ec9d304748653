// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
/** The record of what was done in a realm, shown and checked. */
@NullMarked
package io.mspmfa.providers.admin.activity;

import org.jspecify.annotations.NullMarked;
