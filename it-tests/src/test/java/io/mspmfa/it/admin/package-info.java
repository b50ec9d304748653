// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
/**
 * The admin REST API from its callers' point of view: who may call it, what it answers, and what it leaves in the realm
 * and in the records.
 */
@NullMarked
package io.mspmfa.it.admin;

import org.jspecify.annotations.NullMarked;
