// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
/** The language of our texts, which may be another than that of the page around them. */
@NullMarked
package io.mspmfa.providers.language;

import org.jspecify.annotations.NullMarked;
