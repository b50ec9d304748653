// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.authenticators.selfservice;

/** What a user may choose to do on the self-service page. The names are stored in authentication sessions. */
enum Task {
    ENABLE("enable", false, "mspMfaEnabledNow"),
    /** Sets up another factor beside those that the user has. */
    ADD("add", false, "mspMfaAddedNow"),
    /** Sets up another factor of its method in its place. */
    REPLACE("replace", true, "mspMfaAddedNow"),
    /** Asks for the method of a factor first from now on. */
    PRIMARY("primary", true, "mspMfaPrimaryNow"),
    RENAME("rename", true, "mspMfaRenamedNow"),
    /** Removes one of several factors; the last one is {@link #DISABLE}, whatever the button. */
    REMOVE("remove", true, "mspMfaRemovedNow"),
    NEW_BACKUP_CODES("new-backup-codes", false, "mspMfaCodesRenewed"),
    DISABLE("disable", false, "mspMfaDisabledNow");

    private final String word;
    private final boolean isAboutFactor;
    private final String doneMessage;

    Task(String word, boolean isAboutFactor, String doneMessage) {
        this.word = word;
        this.isAboutFactor = isAboutFactor;
        this.doneMessage = doneMessage;
    }

    /** The value of its button, which is followed by the id of a credential if it is about one. */
    String word() {
        return word;
    }

    /** Whether it is about one of the user's factors in particular. */
    boolean isAboutFactor() {
        return isAboutFactor;
    }

    /** The message key for success. */
    String doneMessage() {
        return doneMessage;
    }
}
