// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
/** The REST API of brands (X16). */
@NullMarked
package io.mspmfa.providers.admin.branding;

import org.jspecify.annotations.NullMarked;
