// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
/** The signals that come with this extension, one class each. Their points are explained in docs/adaptive.md. */
@NullMarked
package io.mspmfa.core.risk.signals;

import org.jspecify.annotations.NullMarked;
