// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
/** The brand that pages, mails and apps show: where it is stored, and how it gets into Keycloak's pages (X16). */
@NullMarked
package io.mspmfa.providers.branding;

import org.jspecify.annotations.NullMarked;
