// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.providers.devices;

import io.mspmfa.core.devices.DeviceGrounds;
import io.mspmfa.core.devices.DeviceTerms;
import io.mspmfa.core.devices.TrustedDevice;
import jakarta.persistence.Tuple;
import java.util.Set;

/**
 * A device as it is stored.
 *
 * @param id identifies it, also to its user and administrators
 * @param realmId the realm of its user
 * @param userId Keycloak's id of its user
 * @param label browser and system, or {@link #UNKNOWN}
 * @param network the address from which it was trusted, or {@link #UNKNOWN}
 * @param device what decides whether it is trusted
 */
public record StoredDevice(
        String id, String realmId, String userId, String label, String network, TrustedDevice device) {
    /** What is stored instead of nothing. */
    public static final String UNKNOWN = "-";

    /** What {@link #of} reads. */
    static final String COLUMNS = "d.id as id, d.realmId as realmId, d.userId as userId, d.label as label,"
            + " d.network as network, d.familyHash as familyHash, d.secretHash as secretHash,"
            + " d.previousHash as previousHash, d.rotated as rotated, d.created as created, d.lastUsed as lastUsed,"
            + " d.expires as expires, d.passwordSince as passwordSince, d.factors as factors";

    static StoredDevice of(Tuple row) {
        return new StoredDevice(
                text(row, "id"),
                text(row, "realmId"),
                text(row, "userId"),
                text(row, "label"),
                text(row, "network"),
                new TrustedDevice(
                        text(row, "familyHash"),
                        text(row, "secretHash"),
                        text(row, "previousHash"),
                        number(row, "rotated"),
                        number(row, "created"),
                        number(row, "lastUsed"),
                        number(row, "expires"),
                        new DeviceGrounds(
                                number(row, "passwordSince"),
                                Set.of(text(row, "factors").split(" ")))));
    }

    /** The same device, which expires when trust ends under the current policy. */
    StoredDevice within(DeviceTerms terms) {
        return new StoredDevice(id, realmId, userId, label, network, device.within(terms));
    }

    private static String text(Tuple row, String column) {
        return row.get(column, String.class);
    }

    private static long number(Tuple row, String column) {
        return row.get(column, Long.class);
    }
}
