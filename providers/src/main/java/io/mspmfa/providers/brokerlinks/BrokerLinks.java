// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.providers.brokerlinks;

import io.mspmfa.providers.compatibility.ServerTime;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.models.FederatedIdentityModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;

/**
 * The links of a user to accounts at identity providers. Keycloak doesn't keep when and how a link was made. A link that
 * made the account is the user's only way in, but a link to an existing user may have been made by somebody who knew no
 * more than the password: such links are recorded. Of links that are older than this extension nothing is known, and
 * they count as links that made the account.
 */
public final class BrokerLinks {
    private static final String KNOWN = "msp.mfa.links.";
    private static final String OF_USER = " where l.realmId = :realm and l.userId = :user";

    private final KeycloakSession session;
    private final RealmModel realm;
    private final EntityManager em;

    /** The links in a realm. */
    public BrokerLinks(KeycloakSession session, RealmModel realm) {
        this.session = session;
        this.realm = realm;
        this.em = session.getProvider(JpaConnectionProvider.class).getEntityManager();
    }

    /**
     * A link.
     *
     * @param provider the alias of the identity provider
     * @param account the name of the account there; null if the provider didn't say
     * @param linkedAt in seconds since the epoch; null if the link made the user, or is from before
     *     the realm was managed
     * @param way null in the same cases
     * @param trusted whether whoever comes through it can be taken for the user
     */
    public record Link(
            String provider,
            @Nullable String account,
            @Nullable Long linkedAt,
            @Nullable LinkWay way,
            boolean trusted) {

        /** Whether somebody in the user's name made the link, and not the account's creation or an administrator. */
        public boolean isMadeInUsersName() {
            return way != null && way != LinkWay.ADMINISTRATOR;
        }
    }

    /** A user's links, by the alias of the provider. One SQL statement, beside Keycloak's cache. */
    public List<Link> of(UserModel user) {
        Map<String, LinkFacts> known = facts(user);
        return session.users()
                .getFederatedIdentitiesStream(realm, user)
                .map(identity -> link(identity, known.get(identity.getIdentityProvider())))
                .sorted((a, b) -> a.provider().compareTo(b.provider()))
                .toList();
    }

    private static Link link(FederatedIdentityModel identity, @Nullable LinkFacts known) {
        return new Link(
                identity.getIdentityProvider(),
                identity.getUserName(),
                known == null ? null : known.made(),
                known == null ? null : known.way(),
                known == null || known.isTrusted());
    }

    /**
     * Whether whoever comes through a link can be taken for the user, so that the provider may vouch. One SQL statement.
     */
    public boolean isTrusted(UserModel user, String provider) {
        LinkFacts known = facts(user).get(provider);
        return known == null || known.isTrusted();
    }

    /** Records that the user has passed a second factor in a login through a link, in the request's transaction. */
    public void prove(UserModel user, String provider) {
        write(
                        "update MspMfaLink l set l.proven = true" + OF_USER
                                + " and l.provider = :provider and l.proven = false",
                        user.getId())
                .setParameter("provider", provider)
                .executeUpdate();
    }

    /**
     * Records a link to a user who existed before it, in the request's transaction.
     *
     * @param proven whether the user has passed a second factor in the login or session that made it
     */
    public void record(UserModel user, String provider, LinkWay way, boolean proven) {
        forget(user.getId(), provider);
        insert(user, new LinkFacts(provider, ServerTime.seconds(), way, proven));
    }

    private void insert(UserModel user, LinkFacts facts) {
        write(
                        "insert into MspMfaLink (realmId, userId, provider, made, way, proven)"
                                + " values (:realm, :user, :provider, :made, :way, :proven)",
                        user.getId())
                .setParameter("provider", facts.provider())
                .setParameter("made", facts.made())
                .setParameter("way", facts.way())
                .setParameter("proven", facts.proven())
                .executeUpdate();
    }

    /** Forgets what was recorded about a link that was removed, in the request's transaction. */
    void remove(UserModel user, String provider) {
        LinkFacts known = facts(user).get(provider);
        session.setAttribute(
                removedKey(user, provider), known == null ? Optional.<LinkFacts>empty() : Optional.of(known));
        forget(user.getId(), provider);
    }

    /**
     * Keeps what was recorded about a link that this request has removed, and now stores once more: Keycloak does so when
     * a provider's id of the account has changed (IdentityBrokerService.migrateFederatedIdentityId).
     *
     * @return whether it is such a link
     */
    boolean replace(UserModel user, String provider) {
        Optional<?> removed = session.getAttribute(removedKey(user, provider), Optional.class);
        if (removed == null) {
            return false;
        }
        removed.map(LinkFacts.class::cast).ifPresent(facts -> insert(user, facts));
        return true;
    }

    private String removedKey(UserModel user, String provider) {
        return key(user.getId()) + ".removed." + provider;
    }

    private void forget(String userId, String provider) {
        write("delete from MspMfaLink l" + OF_USER + " and l.provider = :provider", userId)
                .setParameter("provider", provider)
                .executeUpdate();
    }

    /** Forgets what was recorded about all links of a user who was deleted. */
    void forget(String userId) {
        write("delete from MspMfaLink l" + OF_USER, userId).executeUpdate();
    }

    /** Read once in a request: a login asks several times. */
    @SuppressWarnings("unchecked") // written by this class only
    private Map<String, LinkFacts> facts(UserModel user) {
        Map<String, LinkFacts> known = session.getAttribute(key(user.getId()), Map.class);
        if (known == null) {
            known = read(user.getId());
            session.setAttribute(key(user.getId()), known);
        }
        return known;
    }

    private Map<String, LinkFacts> read(String userId) {
        return em.createQuery(
                        "select new " + LinkFacts.class.getName()
                                + "(l.provider, l.made, l.way, l.proven) from MspMfaLink l" + OF_USER,
                        LinkFacts.class)
                .setParameter("realm", realm.getId())
                .setParameter("user", userId)
                .getResultStream()
                .collect(Collectors.toMap(LinkFacts::provider, Function.identity()));
    }

    private String key(String userId) {
        return KNOWN + realm.getId() + "." + userId;
    }

    /** For a statement that writes: what was read before is no longer known. */
    private Query write(String statement, String userId) {
        session.removeAttribute(key(userId));
        return em.createQuery(statement).setParameter("realm", realm.getId()).setParameter("user", userId);
    }
}
