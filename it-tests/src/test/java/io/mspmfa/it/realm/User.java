// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.it.realm;

/** A person who can sign in. */
public record User(String id, String username, String email, String password) {}
