// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.core.policy;

import java.util.List;
import java.util.Set;
import java.util.function.BinaryOperator;

/**
 * A field of the policy JSON: where it stands, what it may hold, what holds where nobody says anything, and which of
 * two values is stricter. The constants are the whole grammar of a policy.
 */
public final class PolicyField<T> {
    public static final PolicyField<Mode> MODE =
            new PolicyField<>("mode", FieldType.word(Mode.values(), Mode::json), Mode.OPTIONAL, Strictest.most());
    public static final PolicyField<Set<Method>> METHODS = new PolicyField<>(
            "methods",
            FieldType.listOf(FieldType.word(Method.values(), Method::json), 1),
            Set.of(Method.TOTP),
            Strictest.intersection());
    public static final PolicyField<Method> DEFAULT_METHOD = new PolicyField<>(
            "defaultMethod", FieldType.word(Method.values(), Method::json), Method.TOTP, Strictest.first());
    public static final PolicyField<Integer> GRACE_DAYS =
            new PolicyField<>("graceDays", FieldType.number(0, 30), 0, Strictest.least());
    public static final PolicyField<Boolean> LOCAL_USERS_ONLY =
            new PolicyField<>("localUsersOnly", FieldType.flag(), true, Strictest.falseWins());
    public static final PolicyField<Boolean> SELF_DISABLE =
            new PolicyField<>("selfDisable", FieldType.flag(), true, Strictest.falseWins());
    public static final PolicyField<Set<String>> EXEMPT_ROLES =
            new PolicyField<>("exemptRoles", FieldType.listOf(FieldType.text(), 0), Set.of(), Strictest.intersection());
    public static final PolicyField<Set<String>> REQUIRED_ROLES = new PolicyField<>(
            "requiredRoles", FieldType.listOf(FieldType.text(), 0), Set.of(), Strictest.unionWhereEmptyMeansAll());
    public static final PolicyField<Boolean> ALLOW_EXEMPTIONS =
            new PolicyField<>("allowExemptions", FieldType.flag(), true, Strictest.falseWins());
    public static final PolicyField<Boolean> REMEMBER_DEVICE =
            new PolicyField<>("rememberDevice.enabled", FieldType.flag(), false, Strictest.falseWins());
    public static final PolicyField<Integer> REMEMBER_DEVICE_DAYS =
            new PolicyField<>("rememberDevice.days", FieldType.number(1, 365), 30, Strictest.least());
    public static final PolicyField<Integer> BACKUP_CODE_COUNT =
            new PolicyField<>("backupCodes.count", FieldType.number(5, 20), 10, Strictest.least());
    public static final PolicyField<Integer> OTPS_REQUIRED =
            new PolicyField<>("enrolment.otpsRequired", FieldType.number(1, 2), 2, Strictest.most());
    public static final PolicyField<BackupCodesStep> BACKUP_CODES_STEP = new PolicyField<>(
            "enrolment.backupCodesStep",
            FieldType.word(BackupCodesStep.values(), BackupCodesStep::json),
            BackupCodesStep.BEFORE,
            Strictest.first());
    public static final PolicyField<Integer> QR_LIFETIME_SECONDS =
            new PolicyField<>("enrolment.qrLifetimeSeconds", FieldType.number(60, 600), 180, Strictest.least());
    public static final PolicyField<Boolean> SHOW_QR_ON_REQUEST =
            new PolicyField<>("enrolment.showQrOnRequest", FieldType.flag(), false, Strictest.trueWins());
    public static final PolicyField<Boolean> REVEAL_KEY_ON_CLICK =
            new PolicyField<>("enrolment.revealKeyOnClick", FieldType.flag(), true, Strictest.trueWins());
    public static final PolicyField<Integer> MAX_ATTEMPTS =
            new PolicyField<>("attempts.max", FieldType.number(3, 100), 5, Strictest.least());
    public static final PolicyField<Integer> LOCK_SECONDS =
            new PolicyField<>("attempts.lockSeconds", FieldType.number(1, 3600), 30, Strictest.most());
    public static final PolicyField<Integer> ADAPTIVE_THRESHOLD =
            new PolicyField<>("adaptive.threshold", FieldType.number(1, 100), 50, Strictest.least());
    public static final PolicyField<Set<String>> TRUSTED_NETWORKS = new PolicyField<>(
            "adaptive.trustedNetworks", FieldType.listOf(FieldType.text(), 0), Set.of(), Strictest.intersection());

    /** Every field, in the order of the documentation. */
    public static final List<PolicyField<?>> ALL = List.of(
            MODE,
            METHODS,
            DEFAULT_METHOD,
            GRACE_DAYS,
            LOCAL_USERS_ONLY,
            SELF_DISABLE,
            EXEMPT_ROLES,
            REQUIRED_ROLES,
            ALLOW_EXEMPTIONS,
            REMEMBER_DEVICE,
            REMEMBER_DEVICE_DAYS,
            BACKUP_CODE_COUNT,
            OTPS_REQUIRED,
            BACKUP_CODES_STEP,
            QR_LIFETIME_SECONDS,
            SHOW_QR_ON_REQUEST,
            REVEAL_KEY_ON_CLICK,
            MAX_ATTEMPTS,
            LOCK_SECONDS,
            ADAPTIVE_THRESHOLD,
            TRUSTED_NETWORKS);

    private final String path;
    private final FieldType<T> type;
    private final T fallback;
    private final BinaryOperator<T> strictest;

    private PolicyField(String path, FieldType<T> type, T fallback, BinaryOperator<T> strictest) {
        this.path = path;
        this.type = type;
        this.fallback = fallback;
        this.strictest = strictest;
    }

    /** The field's path in the JSON, its parts joined by dots; at most one dot. */
    public String path() {
        return path;
    }

    /** The value that holds in a managed realm where no layer names the field. */
    public T fallback() {
        return fallback;
    }

    /** The stricter of two values. */
    public T stricter(T upper, T lower) {
        return strictest.apply(upper, lower);
    }

    FieldType<T> type() {
        return type;
    }

    @Override
    public String toString() {
        return path;
    }
}
