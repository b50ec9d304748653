// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.it.server;

import java.nio.file.Path;
import java.util.List;

/**
 * What {@code kc.sh build} makes a Keycloak of.
 *
 * @param name of a kit and no other
 * @param providers its JARs
 * @param cache {@code local} for a node that is alone, {@code ispn} for one of several
 * @param options of the build, besides those of all
 */
record Kit(String name, List<Path> providers, String cache, List<String> options) {

    /** For a node that is alone. */
    Kit(String name, List<Path> providers, List<String> options) {
        this(name, providers, "local", options);
    }
}
