// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.authenticators.selfservice;

import io.mspmfa.authenticators.conversation.StepContext;
import io.mspmfa.authenticators.factors.spi.ManageRow;
import io.mspmfa.providers.uses.FactorUses;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The rows of the self-service page: each factor with its dates and buttons. */
final class ManageRows {
    private final StepContext step;
    private final Limits limits;
    private final Map<String, Long> uses;

    ManageRows(StepContext step, Limits limits) {
        this.step = step;
        this.limits = limits;
        this.uses = FactorUses.of(step.session(), step.realm(), step.user());
    }

    /** The values for the page, because Keycloak's templates can't read records. */
    List<Map<String, @Nullable Object>> model() {
        return limits.factors().all().stream().map(this::row).toList();
    }

    /** Since when the user has had a factor that counts, as a day in the user's format; null if not known. */
    @Nullable String since() {
        return limits.factors().all().stream()
                .filter(limits.factors()::counts)
                .map(ManageRows::created)
                .flatMap(Optional::stream)
                .min(Instant::compareTo)
                .map(step::day)
                .orElse(null);
    }

    private Map<String, @Nullable Object> row(OwnFactor factor) {
        ManageRow shown = factor.row();
        List<String> reasons = new ArrayList<>();
        if (shown.unreadable()) {
            reasons.add("mspMfaManageUnreadable");
        }
        List<Map<String, @Nullable Object>> buttons = buttons(factor);
        buttons.forEach(button -> {
            if (button.get("reason") instanceof String reason && !isSaidOnce(reason) && !reasons.contains(reason)) {
                reasons.add(reason);
            }
        });
        Map<String, @Nullable Object> row = described(step, factor);
        row.put("lastUsed", lastUsed(factor));
        row.put("primary", limits.factors().isPrimary(factor));
        row.put("reasons", reasons);
        row.put("buttons", buttons);
        return row;
    }

    /** What a factor is, for the pages that are about one. */
    static Map<String, @Nullable Object> described(StepContext step, OwnFactor factor) {
        Map<String, @Nullable Object> row = new HashMap<>();
        row.put("icon", factor.row().icon());
        row.put("title", factor.row().title());
        row.put("label", factor.credential().getUserLabel());
        row.put("since", created(factor).map(step::day).orElse(null));
        return row;
    }

    private List<Map<String, @Nullable Object>> buttons(OwnFactor factor) {
        List<Map<String, @Nullable Object>> buttons = new ArrayList<>();
        if (limits.isOffered(Task.PRIMARY, factor)) {
            buttons.add(button(Task.PRIMARY, factor, "mspMfaManageMakePrimary"));
        }
        if (limits.isOffered(Task.REPLACE, factor)) {
            buttons.add(button(Task.REPLACE, factor, "mspMfaManageReplace"));
        }
        buttons.add(button(Task.RENAME, factor, "mspMfaManageRename"));
        buttons.add(button(Task.REMOVE, factor, "mspMfaManageRemove"));
        return buttons;
    }

    private Map<String, @Nullable Object> button(Task task, OwnFactor factor, String text) {
        return button(new Choice(task, factor.id()), text, limits.reasonAgainst(task, factor));
    }

    private static Map<String, @Nullable Object> button(Choice choice, String text, Optional<String> reason) {
        Map<String, @Nullable Object> button = new HashMap<>();
        button.put("value", choice.button());
        button.put("text", text);
        button.put("reason", reason.orElse(null));
        return button;
    }

    /** The page says it at the top, rather than in each row. */
    private static boolean isSaidOnce(String reason) {
        return reason.equals("mspMfaSwitchedOff");
    }

    private static Optional<Instant> created(OwnFactor factor) {
        return Optional.ofNullable(factor.credential().getCreatedDate())
                .filter(millis -> millis > 0)
                .map(Instant::ofEpochMilli);
    }

    /** Only the day in UTC is reliable, so this is that day, wherever the server is. */
    private @Nullable String lastUsed(OwnFactor factor) {
        Long seconds = uses.get(factor.id());
        if (seconds == null) {
            return null;
        }
        LocalDate day = LocalDate.ofInstant(Instant.ofEpochSecond(seconds), ZoneOffset.UTC);
        return step.day(day.atStartOfDay(ZoneId.systemDefault()).toInstant());
    }
}
