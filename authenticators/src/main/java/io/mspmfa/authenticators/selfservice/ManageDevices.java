// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.authenticators.selfservice;

import io.mspmfa.authenticators.conversation.StepContext;
import io.mspmfa.core.devices.TrustedDevice;
import io.mspmfa.providers.devices.StoredDevice;
import io.mspmfa.providers.devices.TrustedDevices;
import io.mspmfa.providers.ids.EventDetails;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.keycloak.events.EventBuilder;
import org.keycloak.events.EventType;

/**
 * The devices on the self-service page. Ending the trust in one takes no confirmation: it makes the account safer, and
 * whoever does it by mistake is asked for the second factor once.
 */
final class ManageDevices {
    private static final String ALL = "revoke-all";
    private static final String ONE = "revoke:";

    private final StepContext step;
    private final TrustedDevices devices;

    ManageDevices(StepContext step) {
        this.step = step;
        this.devices = new TrustedDevices(step.session(), step.realm(), step.user());
    }

    /** Does what a button says; empty if it is none of these, otherwise the message key of what was done. */
    Optional<String> press(String button) {
        if (button.equals(ALL)) {
            if (devices.revokeAll() > 0) {
                revoked().success();
            }
            return Optional.of("mspMfaDevicesRevoked");
        }
        if (button.startsWith(ONE)) {
            String id = button.substring(ONE.length());
            if (devices.revoke(id)) {
                revoked().detail(EventDetails.DEVICE_ID, id).success();
            }
            return Optional.of("mspMfaDeviceRevoked");
        }
        return Optional.empty();
    }

    private EventBuilder revoked() {
        return step.newEvent()
                .event(EventType.CUSTOM_REQUIRED_ACTION)
                .user(step.user())
                .detail(EventDetails.DEVICE, EventDetails.REVOKED);
    }

    /** The values for the page. One SQL statement. */
    List<Map<String, @Nullable Object>> model() {
        return devices.trusted().stream().map(this::row).toList();
    }

    private Map<String, @Nullable Object> row(StoredDevice stored) {
        TrustedDevice device = stored.device();
        Map<String, @Nullable Object> row = new HashMap<>();
        row.put("value", ONE + stored.id());
        row.put("here", devices.isHere(stored));
        row.put("label", known(stored.label()));
        row.put("network", known(stored.network()));
        row.put("since", day(device.createdAt()));
        row.put("lastUsed", day(device.lastUsedAt()));
        row.put("expires", day(device.expiresAt()));
        return row;
    }

    private String day(long seconds) {
        return step.day(Instant.ofEpochSecond(seconds));
    }

    private static @Nullable String known(String value) {
        return StoredDevice.UNKNOWN.equals(value) ? null : value;
    }
}
