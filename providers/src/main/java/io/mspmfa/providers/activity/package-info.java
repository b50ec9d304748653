// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
/**
 * The record of what was done (X14): written in the transaction of each act, chained and sealed, kept for a time and
 * checked. {@code docs/activity.md} describes it.
 */
@NullMarked
package io.mspmfa.providers.activity;

import org.jspecify.annotations.NullMarked;
