// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.core.claims;

import java.util.Comparator;
import java.util.List;

/**
 * A level of authentication that a flow can reach.
 *
 * @param number greater is stronger
 * @param byCode whether the flow asks for nothing but a code to reach it
 * @param passedCode whether this login has passed a step for codes on the way to it; it may have asked for nothing
 * @param maxAge for how many seconds it is remembered; 0 if it is asked for each time
 */
public record FlowLevel(int number, boolean byCode, boolean passedCode, int maxAge) {
    /** The level of a login that has reached none. */
    private static final int LOWEST = 0;

    /**
     * The level of a login that owes no factor any more, whether the flow or the login check has asked for it.
     *
     * @param levels of the flow, in any order
     * @param reached by the flow; negative if it has reached none
     * @param multiFactor whether a factor was verified that counts as a second one. If not, a step for codes has reached
     *     no level, even if the flow thinks so
     */
    public static int after(List<FlowLevel> levels, int reached, boolean multiFactor) {
        return multiFactor ? raised(levels, reached) : lowered(levels, reached);
    }

    /**
     * The levels for which a factor counts in later logins of the session, too.
     *
     * @param after the level of this login, see {@link #after}: beyond it, there is one that takes something else
     * @param multiFactor whether the factor counts as a second one
     */
    public static List<FlowLevel> remembered(List<FlowLevel> levels, int after, boolean multiFactor) {
        return levels.stream()
                .filter(level -> multiFactor && level.byCode() && level.maxAge() > 0 && level.number() <= after)
                .toList();
    }

    private static int raised(List<FlowLevel> levels, int reached) {
        int level = reached;
        List<FlowLevel> upwards = levels.stream()
                .filter(next -> next.number() > reached)
                .sorted(Comparator.comparingInt(FlowLevel::number))
                .toList();
        for (FlowLevel next : upwards) {
            if (!next.byCode()) {
                break;
            }
            level = next.number();
        }
        return reached < LOWEST ? reached : level;
    }

    private static int lowered(List<FlowLevel> levels, int reached) {
        boolean claimed = levels.stream().anyMatch(level -> level.number() == reached && level.passedCode());
        if (!claimed) {
            return reached;
        }
        return levels.stream()
                .filter(level -> level.number() < reached && !level.passedCode())
                .mapToInt(FlowLevel::number)
                .max()
                .orElse(LOWEST);
    }
}
