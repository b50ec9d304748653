// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.providers.phones;

/** What became of a number that was typed. */
public sealed interface PhoneReading {

    /** A number that may get codes. */
    record Accepted(PhoneNumber number) implements PhoneReading {}

    /** A number that may not. */
    record Refused(PhoneProblem problem) implements PhoneReading {}
}
