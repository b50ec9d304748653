// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.providers.risk.profiles;

import io.mspmfa.core.risk.HistoryText;
import io.mspmfa.core.risk.RecentScores;
import io.mspmfa.providers.users.UserRow;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;

/** A row of MSP_MFA_PROFILE, called {@code MspMfaProfile} in HQL: what is known of a user's logins. */
@Entity(name = ProfileRow.NAME)
@Table(name = "MSP_MFA_PROFILE")
@IdClass(UserRow.Key.class)
public class ProfileRow {
    /** The entity's name in HQL. */
    public static final String NAME = "MspMfaProfile";

    @Id
    @Column(name = "REALM_ID", length = 36)
    String realmId = "";

    @Id
    @Column(name = "USER_ID")
    String userId = "";

    @Column(name = "HISTORY", length = HistoryText.MOST)
    String history = "";

    /** When the last login that was written here was judged, in seconds since the epoch. */
    @Column(name = "JUDGED")
    long judged;

    @Column(name = "SCORE")
    int score;

    /** Whether the score called for a second factor. */
    @Column(name = "CHALLENGED")
    boolean challenged;

    /** Words joined by plus signs; {@code -} if there are none, since Oracle knows no empty text. */
    @Column(name = "REASONS", length = Profile.LONGEST_REASONS)
    String reasons = "";

    /** Of recent logins; never empty, since each write adds one. */
    @Column(name = "SCORES", length = RecentScores.LONGEST_TEXT)
    String scores = "";

    /** For Hibernate. */
    protected ProfileRow() {}
}
