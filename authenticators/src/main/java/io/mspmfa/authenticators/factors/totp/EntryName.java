// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.authenticators.factors.totp;

import io.mspmfa.authenticators.conversation.Page;
import io.mspmfa.authenticators.conversation.StepContext;
import io.mspmfa.providers.factors.totp.TotpFactor;
import io.mspmfa.providers.totp.QrCode;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * How the app names the entry that it adds. A user's first one is named after the account. While another one is still
 * valid, the new one must have a name of its own: several apps overwrite an entry of the same name at the scan.
 */
final class EntryName {
    /** To the second, so that no two are the same. Without colons, which separate the parts of a label. */
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("yyyy-MM-dd HH.mm.ss", Locale.ROOT);

    private EntryName() {}

    /** The name to scan. */
    static String of(StepContext step) {
        return ofAnother(step).orElseGet(() -> Page.account(step.user()));
    }

    /**
     * The name of an entry beside another one, also after its QR code has expired; empty if the user has no app that
     * works.
     */
    static Optional<String> ofAnother(StepContext step) {
        OptionalLong since = new TotpSetUpNotes(step).since();
        if (since.isEmpty() || !TotpFactor.INSTANCE.isUsable(step.user())) {
            return Optional.empty();
        }
        String mark = MOMENT.withZone(ZoneId.systemDefault()).format(Instant.ofEpochSecond(since.getAsLong()));
        return Optional.of(QrCode.withMark(Page.account(step.user()), mark));
    }
}
