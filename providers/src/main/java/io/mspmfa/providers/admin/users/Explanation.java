// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.providers.admin.users;

import io.mspmfa.core.enforcement.LoginFacts;
import io.mspmfa.core.enforcement.LoginFacts.Fact;
import io.mspmfa.core.enforcement.Obligation;
import io.mspmfa.core.policy.Mode;
import io.mspmfa.core.policy.Policy;
import io.mspmfa.core.policy.PolicyField;
import io.mspmfa.core.sentences.Sentence;
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

/** Explains, for the user's administrator, why a user is or is not asked for a second factor. */
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
    List<Sentence> sentences(List<ProviderView> providers) {
        if (!RealmPolicies.isManaged(realm)) {
            return List.of(Why.NOT_MANAGED.with());
        }
        Policy policy = UserPolicies.of(session, realm, user);
        Obligation obligation = UserPolicies.obligation(session, realm, user, false);
        List<Sentence> sentences = new ArrayList<>();
        sentences.add(reason(policy, obligation.reason()));
        sentences.add(consequence(policy, obligation));
        if (policy.get(PolicyField.LOCAL_USERS_ONLY)
                && obligation.kind() != Obligation.Kind.NONE
                && session.identityProviders().isIdentityFederationEnabled()) {
            sentences.add(Why.LOCAL_USERS_ONLY.with(policy.source(PolicyField.LOCAL_USERS_ONLY)));
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

    private static Sentence reason(Policy policy, Obligation.Reason reason) {
        String mode = policy.source(PolicyField.MODE);
        return switch (reason) {
            case OFF -> Why.OFF.with(mode);
            case OPTIONAL -> Why.OPTIONAL.with(mode);
            case FLAG -> Why.REQUIRED_OF_USER.with();
            case EXEMPT_ROLE ->
                Why.EXEMPT_ROLE.with(
                        mode, roles(policy, PolicyField.EXEMPT_ROLES), policy.source(PolicyField.EXEMPT_ROLES));
            case NO_REQUIRED_ROLE ->
                Why.NO_REQUIRED_ROLE.with(
                        mode, roles(policy, PolicyField.REQUIRED_ROLES), policy.source(PolicyField.REQUIRED_ROLES));
            case RISK -> Why.ADAPTIVE.with(mode);
            case POLICY -> Why.REQUIRED.with(mode);
            case BROKER -> Why.BROKERED.with();
        };
    }

    /** Applies the rules for a login that has proved nothing yet. */
    private Sentence consequence(Policy policy, Obligation obligation) {
        Set<Fact> facts = EnumSet.noneOf(Fact.class);
        if (status.isEnrolled()) {
            facts.add(Fact.HAS_FACTOR);
        }
        if (isInGrace(policy)) {
            facts.add(Fact.IN_GRACE);
        }
        return switch (new LoginFacts(obligation, facts).answer()) {
            case CHALLENGE, RENEW_BACKUP_CODES -> when(policy, Why.ASKED_AT_LOGIN, Why.ASKED_AT_RISK);
            case ENROL -> when(policy, Why.SETS_UP_AT_LOGIN, Why.SETS_UP_AT_RISK);
            case OFFER_ENROLMENT -> grace(policy);
            case NOTHING -> status.isEnrolled() ? Why.NOT_ASKED.with() : whatIsPending(policy);
        };
    }

    private static Sentence when(Policy policy, Why always, Why atRisk) {
        return policy.get(PolicyField.MODE) == Mode.ADAPTIVE
                ? atRisk.with(policy.get(PolicyField.ADAPTIVE_THRESHOLD), policy.source(PolicyField.ADAPTIVE_THRESHOLD))
                : always.with();
    }

    /** Put on the user by opting in at registration, or by an administrator. */
    private Sentence whatIsPending(Policy policy) {
        boolean isSetUpPending =
                !policy.isOff() && user.getRequiredActionsStream().anyMatch(ActionIds.SET_UP::equals);
        return isSetUpPending ? Why.SET_UP_PENDING.with(ActionIds.SET_UP) : Why.NONE_WANTED.with();
    }

    private boolean isInGrace(Policy policy) {
        int days = policy.get(PolicyField.GRACE_DAYS);
        return days > 0 && (hasGraceToCome() || !status.record().grace(days).isOver(ServerTime.seconds()));
    }

    private boolean hasGraceToCome() {
        return status.record().graceStart() == null;
    }

    private Sentence grace(Policy policy) {
        int days = policy.get(PolicyField.GRACE_DAYS);
        String source = policy.source(PolicyField.GRACE_DAYS);
        return hasGraceToCome()
                ? Why.GRACE_AHEAD.with(days, source)
                : Why.GRACE_UNTIL.with(
                        Moment.ofSeconds(status.record().grace(days).end()), source);
    }

    private static void addProviders(Policy policy, List<ProviderView> providers, List<Sentence> sentences) {
        if (!policy.get(PolicyField.LOCAL_USERS_ONLY)) {
            return;
        }
        for (ProviderView provider : providers) {
            sentences.add((provider.vouches() ? Why.VOUCHED_FOR : Why.NOT_VOUCHED_FOR).with(provider.alias()));
        }
    }

    private void addUnreadable(Policy policy, List<Sentence> sentences) {
        List<SecondFactor> factors = SecondFactors.of(user, policy);
        boolean anyUnreadable = SecondFactors.kinds()
                .flatMap(kind -> kind.of(user).filter(stored -> !kind.isReadable(stored)))
                .findAny()
                .isPresent();
        if (!factors.isEmpty() && factors.stream().noneMatch(factor -> factor.isUsable(user))) {
            sentences.add(Why.NOTHING_READABLE.with());
        } else if (anyUnreadable) {
            sentences.add(Why.SOME_UNREADABLE.with());
        }
    }

    private void addState(List<Sentence> sentences) {
        UserRecord record = status.record();
        if (record.isLocked(ServerTime.seconds())) {
            Long until = record.lockedUntil();
            sentences.add(
                    until == null || until == Long.MAX_VALUE
                            ? Why.LOCKED.with()
                            : Why.LOCKED_UNTIL.with(Moment.ofSeconds(until.longValue())));
        }
        if (!status.enabled()) {
            sentences.add(Why.DISABLED.with());
        }
    }

    private static List<String> roles(Policy policy, PolicyField<Set<String>> field) {
        return policy.get(field).stream().sorted().toList();
    }
}
