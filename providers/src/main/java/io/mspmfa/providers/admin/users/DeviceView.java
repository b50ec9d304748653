// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.providers.admin.users;

import io.mspmfa.core.devices.TrustedDevice;
import io.mspmfa.providers.admin.call.Moment;
import io.mspmfa.providers.devices.StoredDevice;

/**
 * A trusted device, as the REST API shows it with its user: never a hash.
 *
 * @param label browser and system; {@code -} if not known
 * @param expiresAt when the current policy ends the trust in it
 */
record DeviceView(String id, String label, String createdAt, String lastUsedAt, String expiresAt) {

    static DeviceView of(StoredDevice stored) {
        TrustedDevice device = stored.device();
        return new DeviceView(
                stored.id(),
                stored.label(),
                Moment.ofSeconds(device.createdAt()),
                Moment.ofSeconds(device.lastUsedAt()),
                Moment.ofSeconds(device.expiresAt()));
    }
}
