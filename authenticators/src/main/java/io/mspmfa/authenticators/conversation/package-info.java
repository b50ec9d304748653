// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
/** What a conversation with a browser needs, whether an authenticator in a flow or a required action started it. */
@NullMarked
package io.mspmfa.authenticators.conversation;

import org.jspecify.annotations.NullMarked;
