// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.core.policy;

import io.mspmfa.core.sentences.FieldFault;
import io.mspmfa.core.sms.SmsTexts;
import java.util.List;
import java.util.Set;

/**
 * A field of the policy JSON: its path, the values it accepts, its default, and which of two values is stricter. The
 * constants are the complete grammar of a policy.
 */
public final class PolicyField<T> {
    public static final PolicyField<Mode> MODE = new PolicyField<>(
            "mode", FieldType.word(Mode.values(), Mode::json), Mode.OPTIONAL, Strictest.most(Mode.REQUIRED));
    public static final PolicyField<Set<Method>> METHODS = new PolicyField<>(
            "methods",
            FieldType.listOf(FieldType.word(Method.values(), Method::json), 1),
            Set.of(Method.TOTP),
            Strictest.intersection(1));
    public static final PolicyField<Method> DEFAULT_METHOD = new PolicyField<>(
            "defaultMethod", FieldType.word(Method.values(), Method::json), Method.TOTP, Strictest.first());
    public static final PolicyField<Integer> GRACE_DAYS = least("graceDays", 0, 30, 0);
    public static final PolicyField<Boolean> LOCAL_USERS_ONLY =
            new PolicyField<>("localUsersOnly", FieldType.flag(), true, Strictest.falseWins());
    public static final PolicyField<Boolean> SELF_DISABLE =
            new PolicyField<>("selfDisable", FieldType.flag(), true, Strictest.falseWins());
    public static final PolicyField<Set<String>> EXEMPT_ROLES = new PolicyField<>(
            "exemptRoles", FieldType.listOf(FieldType.text(), 0), Set.of(), Strictest.intersection(0));
    public static final PolicyField<Set<String>> REQUIRED_ROLES = new PolicyField<>(
            "requiredRoles", FieldType.listOf(FieldType.text(), 0), Set.of(), Strictest.unionWhereEmptyMeansAll());
    public static final PolicyField<Boolean> ALLOW_EXEMPTIONS =
            new PolicyField<>("allowExemptions", FieldType.flag(), true, Strictest.falseWins());
    public static final PolicyField<Boolean> REMEMBER_DEVICE =
            new PolicyField<>("rememberDevice.enabled", FieldType.flag(), false, Strictest.falseWins());
    public static final PolicyField<Integer> REMEMBER_DEVICE_DAYS = least("rememberDevice.days", 1, 365, 30);
    public static final PolicyField<Integer> BACKUP_CODE_COUNT = least("backupCodes.count", 5, 20, 10);
    public static final PolicyField<Integer> OTPS_REQUIRED = most("enrolment.otpsRequired", 1, 2, 2);
    public static final PolicyField<BackupCodesStep> BACKUP_CODES_STEP = new PolicyField<>(
            "enrolment.backupCodesStep",
            FieldType.word(BackupCodesStep.values(), BackupCodesStep::json),
            BackupCodesStep.BEFORE,
            Strictest.first());
    public static final PolicyField<Integer> QR_LIFETIME_SECONDS = least("enrolment.qrLifetimeSeconds", 60, 600, 180);
    public static final PolicyField<Boolean> SHOW_QR_ON_REQUEST =
            new PolicyField<>("enrolment.showQrOnRequest", FieldType.flag(), false, Strictest.trueWins());
    public static final PolicyField<Boolean> REVEAL_KEY_ON_CLICK =
            new PolicyField<>("enrolment.revealKeyOnClick", FieldType.flag(), true, Strictest.trueWins());
    public static final PolicyField<Integer> MAX_ATTEMPTS = least("attempts.max", 3, 100, 5);
    public static final PolicyField<Integer> LOCK_SECONDS = most("attempts.lockSeconds", 1, 3600, 30);
    public static final PolicyField<Integer> ADAPTIVE_THRESHOLD = least("adaptive.threshold", 1, 100, 50);
    public static final PolicyField<Set<String>> TRUSTED_NETWORKS = new PolicyField<>(
            "adaptive.trustedNetworks", FieldType.listOf(FieldType.text(), 0), Set.of(), Strictest.intersection(0));
    /** Whether a login whose risk is high may set up the user's first factor. */
    public static final PolicyField<Boolean> ENROL_WHEN_RISKY =
            new PolicyField<>("adaptive.enrolWhenRisky", FieldType.flag(), false, Strictest.falseWins());
    /** Whether a number may be the factor of one user of the realm only. */
    public static final PolicyField<Boolean> SMS_UNIQUE =
            new PolicyField<>("sms.unique", FieldType.flag(), false, Strictest.trueWins());
    /** The kinds of numbers that may be set up; none if it is empty. */
    public static final PolicyField<Set<NumberType>> SMS_TYPES = new PolicyField<>(
            "sms.types",
            FieldType.listOf(FieldType.word(NumberType.values(), NumberType::json), 0),
            Set.of(NumberType.MOBILE, NumberType.FIXED_LINE_OR_MOBILE),
            Strictest.intersection(0));
    /** From whom text messages come; empty for the sender in the server's options. */
    public static final PolicyField<String> SMS_SENDER = reserved(
            "sms.sender",
            FieldType.line(
                    SmsTexts.LONGEST_SENDER,
                    "a name of at most " + SmsTexts.LONGEST_NAME
                            + " letters and digits, a number that begins with a plus, a short code, or empty",
                    FieldFault.NOT_SMS_SENDER.with(SmsTexts.LONGEST_NAME),
                    SmsTexts::isSender));
    /** What text messages say; empty for our own texts in the user's language. */
    public static final PolicyField<String> SMS_TEXT = reserved(
            "sms.text",
            FieldType.line(
                    SmsTexts.LONGEST_TEXT,
                    "containing {code} once, or empty",
                    FieldFault.NOT_SMS_TEXT.with(SmsTexts.LONGEST_TEXT, SmsTexts.CODE),
                    SmsTexts::isText));
    /** Whether codes by e-mail are a second factor for users who may administer a realm (R19). */
    public static final PolicyField<Boolean> EMAIL_FOR_ADMINS =
            new PolicyField<>("email.forAdmins", FieldType.flag(), false, Strictest.falseWins());

    public static final PolicyField<OptIn> REGISTRATION_OPT_IN = new PolicyField<>(
            "registration.optIn",
            FieldType.word(OptIn.values(), OptIn::json),
            OptIn.OFFERED,
            Strictest.most(OptIn.PRE_CHECKED));
    /** Whether users who have just registered sign in with what they have registered (M6). */
    public static final PolicyField<Boolean> SIGN_IN_AGAIN =
            new PolicyField<>("registration.signInAgain", FieldType.flag(), true, Strictest.trueWins());
    /** Whether users get an e-mail when their factors change. */
    public static final PolicyField<Boolean> NOTIFY_BY_EMAIL =
            new PolicyField<>("notifications.email", FieldType.flag(), true, Strictest.trueWins());
    /** Whom such an e-mail names as the contact; empty for nobody in particular. */
    public static final PolicyField<String> CONTACT =
            new PolicyField<>("notifications.contact", FieldType.line(200), "", Strictest.first());

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
            TRUSTED_NETWORKS,
            ENROL_WHEN_RISKY,
            SMS_UNIQUE,
            SMS_TYPES,
            SMS_SENDER,
            SMS_TEXT,
            EMAIL_FOR_ADMINS,
            REGISTRATION_OPT_IN,
            SIGN_IN_AGAIN,
            NOTIFY_BY_EMAIL,
            CONTACT);

    private final String path;
    private final FieldType<T> type;
    private final T fallback;
    private final Strictest<T> strictest;
    private final boolean isReserved;

    private PolicyField(String path, FieldType<T> type, T fallback, Strictest<T> strictest) {
        this(path, type, fallback, strictest, false);
    }

    private PolicyField(String path, FieldType<T> type, T fallback, Strictest<T> strictest, boolean isReserved) {
        this.path = path;
        this.type = type;
        this.fallback = fallback;
        this.strictest = strictest;
        this.isReserved = isReserved;
    }

    private static PolicyField<String> reserved(String path, FieldType<String> type) {
        return new PolicyField<>(path, type, "", Strictest.first(), true);
    }

    private static PolicyField<Integer> least(String path, int least, int most, int fallback) {
        return new PolicyField<>(path, FieldType.number(least, most), fallback, Strictest.least(least));
    }

    private static PolicyField<Integer> most(String path, int least, int most, int fallback) {
        return new PolicyField<>(path, FieldType.number(least, most), fallback, Strictest.most(most));
    }

    /** The field's path in the JSON, its parts joined by dots; at most one dot. */
    public String path() {
        return path;
    }

    /** The value in a managed realm if no layer sets the field. */
    public T fallback() {
        return fallback;
    }

    /** The stricter of two values. */
    public T stricter(T upper, T lower) {
        return strictest.stricter().apply(upper, lower);
    }

    /**
     * Whether no lower layer can change what a floor sets here: it is the strictest value, or the field has no
     * strictness.
     */
    public boolean isSettled(T floorValue) {
        return strictest.isStrictest().test(floorValue);
    }

    /**
     * Whether only the reseller can set it. What it says reaches people outside the tenant at the reseller's expense, so a
     * tenant could use it to send messages of its own.
     */
    public boolean isReserved() {
        return isReserved;
    }

    /** Whether values differ in strictness; false for a field of taste. */
    boolean hasOrder() {
        return strictest.hasOrder();
    }

    FieldType<T> type() {
        return type;
    }

    @Override
    public String toString() {
        return path;
    }
}
