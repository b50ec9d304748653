// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
/** Self-service: what is set up, switching off, replacing, new backup codes; and what a policy forbids. */
@NullMarked
package io.mspmfa.it.selfservice;

import org.jspecify.annotations.NullMarked;
