// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.providers.ids;

/** The details that this extension adds to Keycloak's user events. */
public final class EventDetails {
    /** The method of a challenge that the user passed or failed, such as {@code totp}. */
    public static final String METHOD = "msp_mfa_method";

    /**
     * What led to an enrolment, such as {@code link}, or to a removal, such as {@link #ADDRESS_CHANGE}; absent if it was
     * the login itself, or the user's wish.
     */
    public static final String BY = "msp_mfa_by";

    /** The account has another address now. */
    public static final String ADDRESS_CHANGE = "address-change";

    /** What was changed about a factor that stays as it is: {@link #PRIMARY} or {@link #NAME}; absent otherwise. */
    public static final String CHANGE = "msp_mfa_change";

    /** Its method is asked for first from now on. */
    public static final String PRIMARY = "primary";

    /** It has another name. */
    public static final String NAME = "name";

    /** What became of a trusted device: {@link #TRUSTED}, {@link #NEW}, {@link #REVOKED} or {@link #COPIED}. */
    public static final String DEVICE = "msp_mfa_device";

    /** It spared the login its second factor. */
    public static final String TRUSTED = "trusted";

    /** The login made it one. */
    public static final String NEW = "new";

    /** The user ended the trust in it. */
    public static final String REVOKED = "revoked";

    /** Somebody had a copy of its cookie, which ended the trust in it. */
    public static final String COPIED = "copied";

    /** The id of the device; absent if it is about all of the user's. */
    public static final String DEVICE_ID = "msp_mfa_device_id";

    /** The score of a login that was judged, 0 to 100. */
    public static final String SCORE = "msp_mfa_score";

    /** Why, in words joined by plus signs; absent if there are no reasons. */
    public static final String RISK = "msp_mfa_risk";

    private EventDetails() {}
}
