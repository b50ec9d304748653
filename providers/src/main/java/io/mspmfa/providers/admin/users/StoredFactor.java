// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.providers.admin.users;

import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * The visible facts about a stored credential.
 *
 * @param id of the credential
 * @param type of the credential, never {@code password}
 * @param createdMillis when it was created, in milliseconds since the epoch; null if not known
 * @param codesLeft how many codes are left in a set of backup codes; empty for other types
 * @param data the credential data of a type that is bound to the user's address; null for other types
 */
record StoredFactor(
        String id,
        String type,
        @Nullable Long createdMillis,
        OptionalInt codesLeft,
        @Nullable String data) {}
