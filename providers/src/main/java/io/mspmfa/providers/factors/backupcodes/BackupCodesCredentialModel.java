// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.providers.factors.backupcodes;

import io.mspmfa.core.backupcodes.HashedCodes;
import io.mspmfa.providers.factors.spi.StoredData;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.keycloak.credential.CredentialModel;
import org.keycloak.util.JsonSerialization;

/**
 * A user's set of backup codes as a stored credential. Secret data: {@link HashedCodes} as JSON. Credential data, which
 * administrators may read: {@code {"total": 10, "remaining": 7}}.
 */
public final class BackupCodesCredentialModel extends CredentialModel {
    /** The credential's type. */
    public static final String TYPE = "msp-backup-codes";

    private static final long serialVersionUID = 1L;

    private final transient HashedCodes codes;

    private BackupCodesCredentialModel(HashedCodes codes) {
        this.codes = codes;
        setType(TYPE);
        setSecretData(json(codes));
        setCredentialData(json(new Counts(codes.codes().size(), codes.countUnused())));
    }

    /** The part of the set that is not secret. */
    record Counts(@Nullable Integer total, @Nullable Integer remaining) {}

    /** A new credential that contains a set. */
    public static BackupCodesCredentialModel of(HashedCodes codes) {
        return new BackupCodesCredentialModel(codes);
    }

    /** A stored credential; empty if its secret data can't be read. */
    public static Optional<BackupCodesCredentialModel> read(CredentialModel stored) {
        return read(stored, stored.getSecretData());
    }

    /** A stored credential whose secret data was read separately; empty if that can't be parsed. */
    public static Optional<BackupCodesCredentialModel> read(CredentialModel stored, @Nullable String secretData) {
        return StoredData.read(secretData, HashedCodes.class)
                .map(codes -> new BackupCodesCredentialModel(codes).withIdentityOf(stored));
    }

    /** This credential with the code at an index marked as used. */
    public BackupCodesCredentialModel withUsed(int index) {
        return new BackupCodesCredentialModel(codes.withUsed(index)).withIdentityOf(this);
    }

    /** The set. */
    public HashedCodes codes() {
        return codes;
    }

    private BackupCodesCredentialModel withIdentityOf(CredentialModel stored) {
        setId(stored.getId());
        setUserLabel(stored.getUserLabel());
        setCreatedDate(stored.getCreatedDate());
        setFederationLink(stored.getFederationLink());
        return this;
    }

    /**
     * How many codes are left according to a set's credential data, without reading secrets; empty if that can't be
     * read.
     */
    public static OptionalInt remaining(@Nullable String credentialData) {
        return StoredData.read(credentialData, Counts.class)
                .map(Counts::remaining)
                .filter(remaining -> remaining >= 0)
                .map(OptionalInt::of)
                .orElseGet(OptionalInt::empty);
    }

    /**
     * The patterns of SQL's {@code like} of which a set's credential data matches one if fewer codes are left.
     *
     * @param number how many are enough
     */
    public static List<String> patternsBelow(int number) {
        return IntStream.range(0, number)
                .boxed()
                .flatMap(left -> Stream.of("%\"remaining\":" + left + "}%", "%\"remaining\":" + left + ",%"))
                .toList();
    }

    /**
     * Parses the text of a set that this extension has written.
     *
     * @throws IllegalStateException if it can't be parsed; doesn't quote the hashes
     */
    public static HashedCodes parse(@Nullable String json) {
        return StoredData.read(json, HashedCodes.class)
                .orElseThrow(() -> new IllegalStateException("A set of backup codes can't be read"));
    }

    /** A value as JSON, in the form in which it is stored. */
    public static String json(Object value) {
        try {
            return JsonSerialization.writeValueAsString(value);
        } catch (IOException e) {
            throw new IllegalStateException("A set of backup codes can't be written", e);
        }
    }
}
