// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
/** The MFA policy of a realm: its JSON format, its defaults, and how several layers are merged (the strictest wins). */
@NullMarked
package io.mspmfa.core.policy;

import org.jspecify.annotations.NullMarked;
