// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.providers.devices;

import io.mspmfa.providers.language.OneLine;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.keycloak.device.DeviceRepresentationProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.representations.account.DeviceRepresentation;

/** What a device is called in the user's list, according to what its browser says. */
final class BrowserName {
    private static final int LONGEST_NAME = 120;
    private static final int LONGEST_ADDRESS = 45;
    private static final Set<String> NO_NAMES = Set.of("Other", DeviceRepresentation.UNKNOWN);

    private BrowserName() {}

    /** Browser and system, as Keycloak recognises them. */
    static String of(KeycloakSession session) {
        DeviceRepresentation device =
                session.getProvider(DeviceRepresentationProvider.class).deviceRepresentation();
        if (device == null) {
            return StoredDevice.UNKNOWN;
        }
        String name = Stream.of(
                        Optional.ofNullable(device.getBrowser()).map(browser -> browser.replaceFirst("/.*", "")),
                        Optional.ofNullable(device.getOs()))
                .flatMap(Optional::stream)
                .map(OneLine::of)
                .filter(word -> !word.isBlank() && !NO_NAMES.contains(word))
                .collect(Collectors.joining(", "));
        return name.isEmpty() ? StoredDevice.UNKNOWN : name.substring(0, Math.min(name.length(), LONGEST_NAME));
    }

    /** The address of the request, only if it is one: Keycloak passes on what a proxy's header says. */
    static String network(KeycloakSession session) {
        return Optional.ofNullable(session.getContext().getConnection().getRemoteAddr())
                .filter(address -> !address.isBlank() && address.length() <= LONGEST_ADDRESS)
                .orElse(StoredDevice.UNKNOWN);
    }
}
