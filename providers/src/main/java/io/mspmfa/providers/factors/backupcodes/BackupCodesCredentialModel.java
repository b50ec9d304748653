// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.providers.factors.backupcodes;

import io.mspmfa.core.backupcodes.HashedCodes;
import java.io.IOException;
import java.util.Optional;
import java.util.OptionalInt;
import org.jboss.logging.Logger;
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
    private static final Logger LOG = Logger.getLogger(BackupCodesCredentialModel.class);

    private final transient HashedCodes codes;

    private BackupCodesCredentialModel(HashedCodes codes) {
        this.codes = codes;
        setType(TYPE);
        setSecretData(json(codes));
        setCredentialData(json(new Counts(codes.codes().size(), codes.countUnused())));
    }

    /** The part of the set that is not secret. */
    record Counts(int total, int remaining) {}

    /** A new credential that contains a set. */
    public static BackupCodesCredentialModel of(HashedCodes codes) {
        return new BackupCodesCredentialModel(codes);
    }

    /**
     * A stored credential.
     *
     * @throws IllegalStateException if its secret data can't be read
     */
    public static BackupCodesCredentialModel from(CredentialModel stored) {
        return from(stored, stored.getSecretData());
    }

    /**
     * A stored credential; empty, with a warning, if its secret data can't be read, so that the other factors still
     * work.
     */
    public static Optional<BackupCodesCredentialModel> read(CredentialModel stored) {
        try {
            return Optional.of(from(stored));
        } catch (IllegalStateException e) {
            LOG.warnf("The backup codes of credential %s can't be read, and count as none", stored.getId());
            return Optional.empty();
        }
    }

    /**
     * A stored credential whose secret data was read separately.
     *
     * @throws IllegalStateException if the secret data can't be read
     */
    public static BackupCodesCredentialModel from(CredentialModel stored, String secretData) {
        return new BackupCodesCredentialModel(parse(secretData)).withIdentityOf(stored);
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
        try {
            Counts counts = credentialData == null ? null : JsonSerialization.readValue(credentialData, Counts.class);
            return counts == null ? OptionalInt.empty() : OptionalInt.of(counts.remaining());
        } catch (IOException e) {
            LOG.debugf("Credential data of backup codes can't be read");
            return OptionalInt.empty();
        }
    }

    /** Parses the stored text of a set. */
    public static HashedCodes parse(@Nullable String json) {
        HashedCodes codes;
        try {
            codes = json == null ? null : JsonSerialization.readValue(json, HashedCodes.class);
        } catch (IOException e) {
            // the cause would quote the hashes
            throw new IllegalStateException("A set of backup codes can't be read");
        }
        if (codes == null) {
            throw new IllegalStateException("A set of backup codes is missing");
        }
        return codes;
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
