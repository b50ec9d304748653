// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
/**
 * The test-only provider JAR. It is installed on the server under test beside the packed JAR, and gives the tests what
 * no outsider has: the server's clock, the count of its SQL statements, what is really stored for a user, and a
 * federated user to whom nothing can be written. Never deployed anywhere else.
 */
@NullMarked
package io.mspmfa.it.provider;

import org.jspecify.annotations.NullMarked;
