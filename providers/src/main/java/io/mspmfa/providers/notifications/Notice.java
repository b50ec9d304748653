// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.providers.notifications;

/**
 * What users are notified about, the most important first: if several about factors apply to one request, only
 * the first is sent.
 */
public enum Notice {
    /** An administrator removed all factors. */
    FACTORS_RESET("FactorsReset"),
    /** A factor was removed. */
    FACTOR_REMOVED("FactorRemoved"),
    /** A factor was replaced by another. */
    FACTOR_REPLACED("FactorReplaced"),
    /** Codes by text message go to another number. */
    NUMBER_CHANGED("NumberChanged"),
    /** The address of the account has changed, and codes by e-mail are no factor until the new one is proved. */
    ADDRESS_CHANGED("AddressChanged"),
    /** A factor was added. */
    FACTOR_ADDED("FactorAdded"),
    /** The backup codes were replaced by a new set. */
    BACKUP_CODES_RENEWED("BackupCodesRenewed"),
    /** A backup code was used, and few or none are left. */
    BACKUP_CODES_LOW("BackupCodesLow"),
    /** Somebody has a copy of the cookie of a trusted device, which is no longer trusted. */
    DEVICE_COPIED("DeviceCopied"),
    /** A device is trusted from now on. */
    DEVICE_TRUSTED("DeviceTrusted"),
    /** An account at an identity provider can be used to sign in from now on. */
    LINK_ADDED("LinkAdded"),
    /** It no longer can. */
    LINK_REMOVED("LinkRemoved");

    private final String word;

    Notice(String word) {
        this.word = word;
    }

    /** Whether it is about identity providers instead of factors; a request may have one e-mail about each. */
    boolean isAboutLink() {
        return this == LINK_ADDED || this == LINK_REMOVED;
    }

    /** The suffix of its message keys. */
    String word() {
        return word;
    }
}
