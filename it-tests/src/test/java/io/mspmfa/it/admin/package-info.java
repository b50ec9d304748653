// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
/** The admin REST as its callers meet it: who may call, what it answers, what it leaves in the realm and in the record. */
@NullMarked
package io.mspmfa.it.admin;

import org.jspecify.annotations.NullMarked;
