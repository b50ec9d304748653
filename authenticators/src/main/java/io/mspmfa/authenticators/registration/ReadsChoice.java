// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.authenticators.registration;

/** Marks the factory of an action that reads the choice on the registration page. */
interface ReadsChoice {}
