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
 * @param options of the build, besides those of all
 */
record Kit(String name, List<Path> providers, List<String> options) {}
