// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
/** What a managed realm needs to stay managed: its required actions, and the moment since which it is managed. */
@NullMarked
package io.mspmfa.providers.enforcement.realms;

import org.jspecify.annotations.NullMarked;
