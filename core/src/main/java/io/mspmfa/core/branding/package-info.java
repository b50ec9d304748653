// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
/** What a brand may bring into a page: colours that can be read, images that do nothing, links, texts. */
@NullMarked
package io.mspmfa.core.branding;

import org.jspecify.annotations.NullMarked;
