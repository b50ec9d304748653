// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.core.proof;

import io.mspmfa.core.enforcement.Obligation;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Why a user session owes no second factor. {@link Statement} is the text form that is stored in sessions. */
public sealed interface Proof
        permits Proof.ByFactor,
                Proof.ByGrace,
                Proof.ByBroker,
                Proof.ByExemption,
                Proof.ByImpersonation,
                Proof.ByDevice {

    /** When the proof was made, in seconds since the epoch. */
    long time();

    /** The text form, to be signed. */
    Statement statement();

    /**
     * A second factor, or a code that stands in for one, was verified.
     *
     * @param method what verified it, such as {@code totp} or {@code backup-code}
     * @param time when, in seconds since the epoch
     */
    record ByFactor(String method, long time) implements Proof {
        private static final String KIND = "factor";

        @Override
        public Statement statement() {
            return new Statement(KIND, method, time);
        }
    }

    /**
     * The user postponed setting up a factor.
     *
     * @param end of the grace period, in seconds since the epoch
     * @param time when, in seconds since the epoch
     */
    record ByGrace(long end, long time) implements Proof {
        private static final String KIND = "grace";

        @Override
        public Statement statement() {
            return new Statement(KIND, Long.toString(end), time);
        }
    }

    /**
     * An identity provider vouched for the user.
     *
     * @param alias of the identity provider
     * @param time when, in seconds since the epoch
     */
    record ByBroker(String alias, long time) implements Proof {
        private static final String KIND = "broker";

        @Override
        public Statement statement() {
            return new Statement(KIND, alias, time);
        }
    }

    /**
     * The policy requires nothing of the user.
     *
     * @param reason why nothing is required
     * @param time when, in seconds since the epoch
     */
    record ByExemption(Obligation.Reason reason, long time) implements Proof {
        private static final String KIND = "exempt";

        @Override
        public Statement statement() {
            return new Statement(KIND, reason.name().toLowerCase(Locale.ROOT), time);
        }
    }

    /**
     * An administrator is impersonating the user.
     *
     * @param realm the name of the administrator's realm
     * @param time when, in seconds since the epoch
     */
    record ByImpersonation(String realm, long time) implements Proof {
        private static final String KIND = "impersonation";

        @Override
        public Statement statement() {
            return new Statement(KIND, realm, time);
        }
    }

    /**
     * The login came from a trusted device. No factor was shown: it counts as one nowhere (R36).
     *
     * @param device the id of the device
     * @param time when, in seconds since the epoch
     */
    record ByDevice(String device, long time) implements Proof {
        private static final String KIND = "device";

        @Override
        public Statement statement() {
            return new Statement(KIND, device, time);
        }
    }

    /**
     * The proof that a statement contains; empty if this version doesn't know its kind, which then proves nothing
     * (R38).
     */
    static Optional<Proof> of(Statement statement) {
        long time = statement.time();
        return switch (statement.kind()) {
            case ByFactor.KIND -> Optional.of(new ByFactor(statement.method(), time));
            case ByGrace.KIND ->
                Optional.of(statement.method())
                        .filter(end -> end.matches("\\d{1,18}"))
                        .map(end -> new ByGrace(Long.parseLong(end), time));
            case ByBroker.KIND -> Optional.of(new ByBroker(statement.method(), time));
            case ByExemption.KIND ->
                Arrays.stream(Obligation.Reason.values())
                        .filter(reason -> reason.name().toLowerCase(Locale.ROOT).equals(statement.method()))
                        .findFirst()
                        .map(reason -> new ByExemption(reason, time));
            case ByImpersonation.KIND -> Optional.of(new ByImpersonation(statement.method(), time));
            case ByDevice.KIND -> Optional.of(new ByDevice(statement.method(), time));
            default -> Optional.empty();
        };
    }
}
