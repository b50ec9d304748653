// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
/** The record of what was done in a realm: what it says, and the chain of seals by which a change of it shows (X14). */
@NullMarked
package io.mspmfa.core.activity;

import org.jspecify.annotations.NullMarked;
