// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.providers.codes;

/**
 * How many codes of one method may be sent within a clock hour, by all nodes together. Only the server's configuration
 * sets them, so that no tenant can spend what the others need.
 *
 * @param realmPerHour in one realm, positive
 * @param serverPerHour in all realms together, positive
 */
public record SendLimits(int realmPerHour, int serverPerHour) {}
