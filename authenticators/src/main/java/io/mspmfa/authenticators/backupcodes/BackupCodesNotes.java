// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.authenticators.backupcodes;

import io.mspmfa.authenticators.conversation.OpenNotes;
import io.mspmfa.authenticators.conversation.StepContext;
import io.mspmfa.core.backupcodes.HashedCodes;
import io.mspmfa.providers.factors.backupcodes.BackupCodesCredentialModel;
import java.util.Optional;
import org.keycloak.sessions.AuthenticationSessionModel;

/** A set of backup codes that has been shown but not stored yet: its hashes, and whether the user has saved it. */
public final class BackupCodesNotes {
    private static final String HASHES = "msp.mfa.backupCodes.hashes";
    private static final String SAVED = "msp.mfa.backupCodes.saved";
    private static final String RENEWED = "msp.mfa.backupCodes.renewed";

    private final AuthenticationSessionModel login;

    /**
     * @param step the step whose login the set belongs to
     */
    public BackupCodesNotes(StepContext step) {
        this(step.authSession());
    }

    /**
     * @param login the login that the set belongs to
     */
    public BackupCodesNotes(AuthenticationSessionModel login) {
        this.login = login;
    }

    /** The set; empty if none was shown. */
    public Optional<HashedCodes> shown() {
        return Optional.ofNullable(login.getAuthNote(HASHES)).map(BackupCodesCredentialModel::parse);
    }

    /** Whether the user has confirmed that it is saved. */
    public boolean isSaved() {
        return login.getAuthNote(SAVED) != null;
    }

    void show(HashedCodes codes) {
        login.setAuthNote(HASHES, BackupCodesCredentialModel.json(codes));
        login.removeAuthNote(SAVED);
    }

    void confirmSaved() {
        login.setAuthNote(SAVED, "true");
    }

    /** Forgets a set that the user has not saved. */
    public void forgetUnsaved() {
        if (!isSaved()) {
            login.removeAuthNote(HASHES);
        }
    }

    /** Whether a new set was stored in this login. */
    boolean isRenewed() {
        return login.getAuthNote(RENEWED) != null;
    }

    /** Forgets the set, because it has been stored. */
    public void clear() {
        login.setAuthNote(RENEWED, "true");
        login.removeAuthNote(HASHES);
        login.removeAuthNote(SAVED);
        new OpenNotes(login).close();
    }
}
