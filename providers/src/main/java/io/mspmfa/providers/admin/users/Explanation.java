// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.providers.admin.users;

import io.mspmfa.core.enforcement.LoginFacts;
import io.mspmfa.core.enforcement.LoginFacts.Fact;
import io.mspmfa.core.enforcement.Obligation;
import io.mspmfa.core.policy.Mode;
import io.mspmfa.core.policy.Policy;
import io.mspmfa.core.policy.PolicyField;
import io.mspmfa.providers.admin.call.Moment;
import io.mspmfa.providers.compatibility.ServerTime;
import io.mspmfa.providers.factors.SecondFactors;
import io.mspmfa.providers.factors.spi.SecondFactor;
import io.mspmfa.providers.ids.ActionIds;
import io.mspmfa.providers.policy.RealmPolicies;
import io.mspmfa.providers.policy.UserPolicies;
import io.mspmfa.providers.users.UserRecord;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;

/** Explains in sentences, for the user's administrator, why a user is or is not asked for a second factor. */
final class Explanation {
    private final KeycloakSession session;
    private final RealmModel realm;
    private final UserModel user;
    private final UserStatus status;

    Explanation(KeycloakSession session, RealmModel realm, UserModel user, UserStatus status) {
        this.session = session;
        this.realm = realm;
        this.user = user;
        this.status = status;
    }

    /**
     * The sentences, the most important first.
     *
     * @param providers the user's linked accounts
     */
    List<String> sentences(List<ProviderView> providers) {
        if (!RealmPolicies.isManaged(realm)) {
            return List.of("This realm has neither an MFA policy nor a floor: Keycloak's own settings decide.");
        }
        Policy policy = UserPolicies.of(session, realm, user);
        Obligation obligation = UserPolicies.obligation(session, realm, user, false);
        List<String> sentences = new ArrayList<>();
        sentences.add(reason(policy, obligation.reason()));
        sentences.add(consequence(policy, obligation));
        if (policy.get(PolicyField.LOCAL_USERS_ONLY)
                && obligation.kind() != Obligation.Kind.NONE
                && session.identityProviders().isIdentityFederationEnabled()) {
            sentences.add(
                    "Logins through an identity provider that vouches for the user are not asked: localUsersOnly is on"
                            + from(policy, PolicyField.LOCAL_USERS_ONLY) + ".");
        }
        addProviders(policy, providers, sentences);
        addUnreadable(policy, sentences);
        EmailExplanation.sentence(realm, user, policy).ifPresent(sentences::add);
        SmsExplanation.sentence(session, user, policy).ifPresent(sentences::add);
        if (obligation.kind() != Obligation.Kind.NONE) {
            RiskExplanation.sentence(session, realm, user, policy).ifPresent(sentences::add);
        }
        addState(sentences);
        return sentences;
    }

    private static String reason(Policy policy, Obligation.Reason reason) {
        return switch (reason) {
            case OFF -> "MFA is off" + from(policy, PolicyField.MODE) + ": nobody is asked, enrolled or not.";
            case OPTIONAL ->
                "MFA is optional" + from(policy, PolicyField.MODE) + ": users who have set it up are asked.";
            case FLAG -> "An administrator requires MFA for this user.";
            case EXEMPT_ROLE ->
                "MFA is required" + from(policy, PolicyField.MODE) + ", but the user has one of the exempt roles "
                        + roles(policy, PolicyField.EXEMPT_ROLES) + ".";
            case NO_REQUIRED_ROLE ->
                "MFA is required" + from(policy, PolicyField.MODE) + " for the roles "
                        + roles(policy, PolicyField.REQUIRED_ROLES) + " only, and the user has none of them.";
            case RISK -> "MFA depends on the risk of a login" + from(policy, PolicyField.MODE) + ".";
            case POLICY -> "MFA is required" + from(policy, PolicyField.MODE) + ".";
            case BROKER -> "The login came through an identity provider, which vouches for it.";
        };
    }

    /** Applies the rules for a login that has proved nothing yet. */
    private String consequence(Policy policy, Obligation obligation) {
        Set<Fact> facts = EnumSet.noneOf(Fact.class);
        if (status.isEnrolled()) {
            facts.add(Fact.HAS_FACTOR);
        }
        if (isInGrace(policy)) {
            facts.add(Fact.IN_GRACE);
        }
        return switch (new LoginFacts(obligation, facts).answer()) {
            case CHALLENGE, RENEW_BACKUP_CODES ->
                "The user has a second factor and is asked for it at " + when(policy, "every login");
            case ENROL -> "The user has no second factor and must set one up at " + when(policy, "the next login");
            case OFFER_ENROLMENT -> "The user has no second factor" + grace(policy);
            case NOTHING ->
                status.isEnrolled()
                        ? "The user has a second factor and is not asked for it."
                        : "The user has no second factor and " + whatIsPending(policy);
        };
    }

    private static String when(Policy policy, String otherwise) {
        return policy.get(PolicyField.MODE) == Mode.ADAPTIVE
                ? "logins whose score is " + policy.get(PolicyField.ADAPTIVE_THRESHOLD) + " or more"
                        + from(policy, PolicyField.ADAPTIVE_THRESHOLD) + "."
                : otherwise + ".";
    }

    /** Put on the user by opting in at registration, or by an administrator. */
    private String whatIsPending(Policy policy) {
        boolean isSetUpPending =
                !policy.isOff() && user.getRequiredActionsStream().anyMatch(ActionIds.SET_UP::equals);
        return isSetUpPending
                ? "sets one up at the next login: the required action " + ActionIds.SET_UP + " is pending."
                : "is not asked for one.";
    }

    private boolean isInGrace(Policy policy) {
        int days = policy.get(PolicyField.GRACE_DAYS);
        return days > 0 && (hasGraceToCome() || !status.record().grace(days).isOver(ServerTime.seconds()));
    }

    private boolean hasGraceToCome() {
        return status.record().graceStart() == null;
    }

    private String grace(Policy policy) {
        int days = policy.get(PolicyField.GRACE_DAYS);
        String how = hasGraceToCome()
                ? " and can postpone setting one up for " + days + " days from the next login"
                : " and can postpone setting one up until "
                        + Moment.ofSeconds(status.record().grace(days).end());
        return how + from(policy, PolicyField.GRACE_DAYS) + ".";
    }

    private static void addProviders(Policy policy, List<ProviderView> providers, List<String> sentences) {
        if (!policy.get(PolicyField.LOCAL_USERS_ONLY)) {
            return;
        }
        for (ProviderView provider : providers) {
            sentences.add(
                    provider.vouches()
                            ? "The identity provider " + provider.alias() + " vouches for the user."
                            : "The identity provider " + provider.alias()
                                    + " doesn't vouch for the user yet: its account"
                                    + " was linked without a second factor, and no login through it has passed one since.");
        }
    }

    private void addUnreadable(Policy policy, List<String> sentences) {
        List<SecondFactor> factors = SecondFactors.of(user, policy);
        boolean anyUnreadable = SecondFactors.kinds()
                .flatMap(kind -> kind.of(user).filter(stored -> !kind.isReadable(stored)))
                .findAny()
                .isPresent();
        if (!factors.isEmpty() && factors.stream().noneMatch(factor -> factor.isUsable(user))) {
            sentences.add(
                    "What is stored about the user's factors can't be read (see factors): to sign in, the user needs"
                            + " a backup code, or you reset the user.");
        } else if (anyUnreadable) {
            sentences.add("Something that the user has can't be read and is skipped (see factors).");
        }
    }

    private void addState(List<String> sentences) {
        UserRecord record = status.record();
        if (record.isLocked(ServerTime.seconds())) {
            Long until = record.lockedUntil();
            sentences.add(
                    until == null || until == Long.MAX_VALUE
                            ? "After too many wrong codes the user is locked until an administrator helps."
                            : "After too many wrong codes the user is locked until " + Moment.ofSeconds(until) + ".");
        }
        if (!status.enabled()) {
            sentences.add("The account is disabled.");
        }
    }

    private static String from(Policy policy, PolicyField<?> field) {
        return " (" + field.path() + " from: " + policy.source(field) + ")";
    }

    private static String roles(Policy policy, PolicyField<Set<String>> field) {
        return String.join(", ", policy.get(field).stream().sorted().toList()) + " (from: " + policy.source(field)
                + ")";
    }
}
