// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
/** The demo's mail server and gateway for text messages, and the page that shows what they have received. Only {@code ./demo} runs it. */
@NullMarked
package io.mspmfa.demo.inbox;

import org.jspecify.annotations.NullMarked;
