// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.providers.phones;

/** Why a number that was typed can't be used. */
public enum PhoneProblem {
    /** Nothing was typed. */
    EMPTY,
    /** It contains signs that belong to no number. */
    UNREADABLE,
    /** It contains letters, which some countries print in place of digits. */
    LETTERS,
    /** It leads to an extension, where nobody reads messages. */
    EXTENSION,
    /** It doesn't begin with a plus, and no country is known for it. */
    NO_COUNTRY,
    /** No such number is in use; short codes and emergency numbers are among these. */
    INVALID,
    /** The policy doesn't allow numbers of its kind; no policy allows premium-rate numbers and satellite phones. */
    KIND,
    /** The server sends nothing to its country. */
    COUNTRY
}
