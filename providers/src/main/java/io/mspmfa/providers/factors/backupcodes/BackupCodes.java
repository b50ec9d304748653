// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.providers.factors.backupcodes;

import io.mspmfa.core.backupcodes.HashedCodes;
import io.mspmfa.providers.factors.spi.StandIn;
import java.util.List;
import java.util.Optional;
import org.keycloak.common.util.Time;
import org.keycloak.credential.CredentialModel;
import org.keycloak.models.UserModel;

/** The backup codes of this extension. */
public final class BackupCodes implements StandIn {
    /** The only instance. */
    public static final BackupCodes INSTANCE = new BackupCodes();

    /** The name in proofs and events. */
    public static final String WORD = "backup-code";

    private BackupCodes() {}

    @Override
    public String word() {
        return WORD;
    }

    @Override
    public List<String> credentialTypes() {
        return List.of(BackupCodesCredentialModel.TYPE);
    }

    @Override
    public List<String> setUpActions() {
        return List.of();
    }

    @Override
    public boolean isBuiltIn() {
        return false;
    }

    @Override
    public String mailKey(String credentialType) {
        return "mspMfaMailFactorBackupCodes";
    }

    @Override
    public boolean isReadable(CredentialModel stored) {
        return BackupCodesCredentialModel.read(stored).isPresent();
    }

    /** The user's set; empty if none was ever created, or if none can be read. */
    public Optional<BackupCodesCredentialModel> stored(UserModel user) {
        return usable(user)
                .flatMap(stored -> BackupCodesCredentialModel.read(stored).stream())
                .findFirst();
    }

    /** The user's codes; empty if none were ever created. */
    public Optional<HashedCodes> codes(UserModel user) {
        return stored(user).map(BackupCodesCredentialModel::codes);
    }

    /** How many codes the user has left; also 0 if there never were any. */
    public int left(UserModel user) {
        return codes(user).map(HashedCodes::countUnused).orElse(0);
    }

    /**
     * Stores a set, which replaces the previous one and invalidates its codes.
     *
     * @return the set as it is stored, with its id
     */
    public CredentialModel replace(UserModel user, HashedCodes codes) {
        of(user).toList().forEach(old -> user.credentialManager().removeStoredCredentialById(old.getId()));
        BackupCodesCredentialModel credential = BackupCodesCredentialModel.of(codes);
        credential.setCreatedDate(Time.currentTimeMillis());
        return user.credentialManager().createStoredCredential(credential);
    }
}
