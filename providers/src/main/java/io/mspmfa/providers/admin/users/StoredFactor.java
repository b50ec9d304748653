// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.providers.admin.users;

import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * What may be told about a stored credential.
 *
 * @param id of the credential
 * @param type of the credential, never {@code password}
 * @param createdMillis when it was made, in milliseconds since the epoch; null where not known
 * @param codesLeft of a set of backup codes; empty for others
 */
record StoredFactor(String id, String type, @Nullable Long createdMillis, OptionalInt codesLeft) {}
